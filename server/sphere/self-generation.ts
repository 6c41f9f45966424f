import { byLikelihood, distinctById } from "./chain";
import { distinctChains } from "./distinct";
import { findFirstWrongStep } from "./first-wrong-step";
import { DropCounts } from "./pairs/drop-rules";
import { selectPairs } from "./pairs/select-pairs";
import { Rollouts } from "./rollouts";
import { bucketOf, sampleRoots } from "./root-samples";
import { SearchTree } from "./search-tree";
import { stageOnePairs } from "./stage-one-pairs";
import { openStage, type OpenStage, type SphereContext } from "./stage";
import { isWrong } from "./terminal";
import type { Chain, SphereProblem, StageOutcome } from "./types";

/** Rollouts drawn at once while a prefix is tested: the first success ends the test. */
const BATCH = 2;

/**
 * Stage 1 in `omega` mode (method: 2.3): samples the problem N0 times, and where some are right and some wrong,
 * finds the first wrong step of the likeliest wrong chains by rollouts and builds pairs.
 * @throws NoSamplesError when every root sample failed
 */
export async function selfGenerate(problem: SphereProblem, context: SphereContext): Promise<StageOutcome> {
  const stage = openStage(problem, "self-generation", context);
  const roots = await sampleRoots(stage);
  const bucket = bucketOf(roots);
  const drops = new DropCounts();
  const rollouts = new Rollouts(stage, {
    purpose: "rollout",
    limit: context.config.rolloutsPerPrefix,
    batch: BATCH,
    untilFirstRight: true,
  });
  const wrongSteps =
    bucket === "mixed" ? await locate(stage, { roots, rollouts, drops }) : new Map<string, number>();
  const drawn = [...roots, ...(await rollouts.chains())];

  const tree = new SearchTree(context.io);
  for (const chain of drawn) tree.add(chain, { counts: true });
  const chains = distinctById(drawn).map((chain): Chain => {
    const firstWrongStep = wrongSteps.get(chain.id);
    return firstWrongStep === undefined ? chain : { ...chain, firstWrongStep };
  });
  const groups =
    bucket === "mixed"
      ? stageOnePairs({ chains, roots, tree, drops, maxJaccard: context.config.maxJaccard })
      : [];
  const pairs = selectPairs(stage, { tree, groups, before: [], drops });
  return {
    stage: stage.stage,
    bucket,
    chains,
    corrections: [],
    nodes: tree.snapshot(),
    pairs,
    dropped: drops.toRecord(),
    growth: [],
    control: null,
    diversity: null,
    demonstrations: [],
  };
}

interface Located {
  readonly roots: readonly Chain[];
  readonly rollouts: Rollouts;
  readonly drops: DropCounts;
}

/** First wrong steps of the likeliest wrong chains, by chain id; the searches run at the same time. */
async function locate(stage: OpenStage, { roots, rollouts, drops }: Located): Promise<Map<string, number>> {
  const wrong = distinctById(roots.filter(isWrong)).toSorted(byLikelihood);
  const { kept, passedOver } = distinctChains(wrong, "", stage.config.maxJaccard);
  drops.add("near-duplicate", passedOver);
  const searched = await Promise.all(
    kept.slice(0, stage.config.wrongChains).map(async (chain) => ({
      id: chain.id,
      step: await findFirstWrongStep(chain, roots, rollouts),
    })),
  );
  return new Map(searched.flatMap(({ id, step }) => (step === null ? [] : [[id, step] as const])));
}
