import { byLikelihood, distinctById, makeChain } from "./chain";
import { distinctChains } from "./distinct";
import { measureDiversity } from "./diversity/measure-diversity";
import { type MistakeSource, mistakeSources } from "./diversity/mistake-sources";
import { offPolicyChains } from "./diversity/off-policy";
import { pickDiverse } from "./diversity/pick-diverse";
import { combineSides } from "./pairs/combine-sides";
import { DropCounts } from "./pairs/drop-rules";
import type { PairCandidate } from "./pairs/judge-candidate";
import { selectPairs } from "./pairs/select-pairs";
import { sampleWhole } from "./sample-whole";
import { SearchTree } from "./search-tree";
import { openStage, type OpenStage, type SphereContext } from "./stage";
import { isClean, isRight, isWrong } from "./terminal";
import type { Chain, PreferencePair, SphereProblem, StageOutcome } from "./types";

/** Most right chains that stand against one wrong chain. */
const MOST_RIGHT = 4;

/**
 * Stage 3 (method: 5): where the policy makes no mistake of its own, another source supplies plausible ones, the
 * first of `mistakeSources` that gives a pair. Chosen is one of the policy's right chains, picked for computing
 * differently from the others; rejected the likeliest wrong ones that the policy might have written.
 *
 * @param previous outcome of self-generation on the same problem
 */
export async function induceDiversity(
  problem: SphereProblem,
  previous: StageOutcome,
  context: SphereContext,
): Promise<StageOutcome> {
  const stage = openStage(problem, "diversity-induction", context);
  const tree = new SearchTree(context.io, previous.nodes);
  const drops = new DropCounts();
  const own = previous.chains.filter((chain) => chain.role === "policy" && isRight(chain));
  const right = diverseRight(stage, { own, tree, drops });

  const known = new Set(previous.chains.map(({ id }) => id));
  const drawn: Chain[] = [];
  let pairs: readonly PreferencePair[] = [];
  const isFull = previous.pairs.length >= context.config.pairsPerProblem;
  for (const source of isFull ? [] : mistakeSources(stage)) {
    const chains = await draw(stage, source);
    const fresh = distinctById(chains).filter(({ id }) => !known.has(id));
    drawn.push(...chains);
    // Values are the policy's: chains of another model, prompt or temperature give the tree nodes, not counts.
    tree.startStep("mistakes");
    for (const chain of fresh) {
      known.add(chain.id);
      tree.add(chain, { counts: false });
    }
    const wrong = await plausibleWrong(stage, fresh, { own, drops });
    const group = combineSides(right, wrong).map(([chosen, rejected]) => solutionPair(chosen, rejected));
    pairs = selectPairs(stage, { tree, groups: [group], before: previous.pairs, drops });
    if (pairs.length > 0) break;
  }
  const before = new Set(previous.chains.map(({ id }) => id));
  return {
    stage: stage.stage,
    bucket: previous.bucket,
    chains: distinctById(drawn).filter(({ id }) => !before.has(id)),
    corrections: [],
    nodes: tree.snapshot(),
    pairs,
    dropped: drops.toRecord(),
    growth: tree.growth(),
    control: null,
    diversity: measureDiversity(drawn),
    demonstrations: [],
  };
}

async function draw(stage: OpenStage, source: MistakeSource): Promise<Chain[]> {
  const { origin, role } = source;
  const samples = await sampleWhole(stage, { purpose: "solve", ...source });
  return samples.map((sample) =>
    makeChain(stage, { origin, role, sample, prefixSteps: [], continuation: sample.text }),
  );
}

interface Material {
  /** The policy's right chains. */
  readonly own: readonly Chain[];
  readonly drops: DropCounts;
}

/** Right chains that are good and compute differently, the best first. */
function diverseRight(
  { config }: OpenStage,
  { own, tree, drops }: Material & { readonly tree: SearchTree },
): readonly Chain[] {
  const { kept, passedOver } = distinctChains(own.toSorted(byLikelihood), "", config.maxJaccard);
  drops.add("near-duplicate", passedOver);
  return pickDiverse(kept, MOST_RIGHT, (chain) => tree.pathValue(chain));
}

/** Wrong chains that ended by themselves and that the policy might have written, the likeliest first. */
async function plausibleWrong(
  stage: OpenStage,
  drawn: readonly Chain[],
  { own, drops }: Material,
): Promise<readonly Chain[]> {
  const unended = drawn.filter((chain) => chain.verdict === "incorrect" && !isClean(chain));
  drops.add("truncated-rejected", unended.length);
  const wrong = drawn.filter(isWrong);
  const unlikely = await offPolicyChains(stage, wrong, own);
  drops.add("off-policy", unlikely.size);
  const likely = wrong.filter((chain) => !unlikely.has(chain)).toSorted(byLikelihood);
  const { kept, passedOver } = distinctChains(likely, "", stage.config.maxJaccard);
  drops.add("near-duplicate", passedOver);
  return kept;
}

function solutionPair(chosen: Chain, rejected: Chain): PairCandidate {
  return { level: "solution", prefixSteps: 0, chosen, rejected, correctionId: null, tested: null };
}
