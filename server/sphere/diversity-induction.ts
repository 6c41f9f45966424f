import { byLikelihood, distinctById, makeChain } from "./chain";
import { distinctChains } from "./distinct";
import { DropCounts } from "./pairs/drop-rules";
import { selectPairs } from "./pairs/select-pairs";
import { pickDiverse } from "./diversity/pick-diverse";
import { solveMessages } from "./prompts";
import { SearchTree } from "./search-tree";
import { openStage, type OpenStage, type SphereContext } from "./stage";
import { isClean, isRight, isWrong } from "./terminal";
import type { Chain, SphereProblem, StageOutcome } from "./types";

/** Right and wrong chains that are combined. */
const SIDE = 2;
/** Without a small model the policy is made to err (DPO-VP raised its temperature to these). */
const POLICY_TEMPERATURES = [1, 1.2] as const;
/** Natural logs a token by which a rejected text may fall short of the policy's own samples. */
const MAX_LOGPROB_GAP = 1;

/**
 * Stage 3 (method: 5): where the policy makes no mistake of its own, the small model supplies plausible ones
 * (2E samples; without a small model, the policy at temperatures 1.0 and 1.2). Chosen is one of the policy's
 * right chains, picked for computing differently from the others.
 *
 * @param previous outcome of self-generation on the same problem
 */
export async function induceDiversity(
  problem: SphereProblem,
  previous: StageOutcome,
  context: SphereContext,
): Promise<StageOutcome> {
  const stage = openStage(problem, "diversity-induction", context);
  const drawn = distinctById(await sampleMistakes(stage));
  const known = new Set(previous.chains.map(({ id }) => id));
  const chains = drawn.filter(({ id }) => !known.has(id));
  // Values are the policy's: chains of another model or temperature give the tree nodes, not counts.
  const tree = new SearchTree(context.io, previous.nodes);
  for (const chain of chains) tree.add(chain, { counts: false });

  const drops = new DropCounts();
  const right = previous.chains.filter((chain) => chain.role === "policy" && isRight(chain));
  const groups = [candidates(stage, { right, drawn, tree, drops })];
  const pairs = selectPairs(stage, { tree, groups, before: previous.pairs, drops });
  return {
    stage: stage.stage,
    bucket: previous.bucket,
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

async function sampleMistakes(stage: OpenStage): Promise<Chain[]> {
  const { config, hasSmallModel, problem } = stage;
  const half = Math.ceil(config.smallModelSamples / 2);
  const requests = hasSmallModel
    ? [{ temperature: config.temperature, n: config.smallModelSamples }]
    : POLICY_TEMPERATURES.map((temperature, index) => ({
        temperature,
        n: index === 0 ? half : config.smallModelSamples - half,
      }));
  const role = hasSmallModel ? "small" : "policy";
  const answers = await Promise.all(
    requests
      .filter(({ n }) => n > 0)
      .map(({ temperature, n }) =>
        stage.sample({
          purpose: "solve",
          role,
          messages: solveMessages(problem),
          prefix: "",
          depth: 0,
          n,
          sampling: { temperature, topP: config.topP, maxTokens: config.maxTokens, stop: [] },
        }),
      ),
  );
  const origin = hasSmallModel ? "small-model" : "policy-variant";
  return answers
    .flat()
    .map((sample) => makeChain(stage, { origin, role, sample, prefixSteps: [], continuation: sample.text }));
}

interface Material {
  readonly right: readonly Chain[];
  readonly drawn: readonly Chain[];
  readonly tree: SearchTree;
  readonly drops: DropCounts;
}

function candidates({ config }: OpenStage, { right, drawn, tree, drops }: Material) {
  const unended = drawn.filter((chain) => chain.verdict === "incorrect" && !isClean(chain));
  drops.add("truncated-rejected", unended.length);
  const wrong = drawn.filter(isWrong);
  const likely = wrong.filter((chain) => !isOffPolicy(chain, right));
  drops.add("off-policy", wrong.length - likely.length);
  const plausible = distinctChains(likely.toSorted(byLikelihood), "", config.maxJaccard);
  const distinctRight = distinctChains(right.toSorted(byLikelihood), "", config.maxJaccard);
  drops.add("near-duplicate", plausible.passedOver + distinctRight.passedOver);

  const quality = (chain: Chain) => tree.pathValue(chain);
  return pickDiverse(distinctRight.kept, SIDE, quality).flatMap((chosen) =>
    plausible.kept.slice(0, SIDE).map((rejected) => ({
      level: "solution" as const,
      prefixSteps: 0,
      chosen,
      rejected,
      correctionId: null,
      tested: null,
    })),
  );
}

/** Only the policy's own likelihood says so: what the small model finds likely is another scale. */
function isOffPolicy(chain: Chain, own: readonly Chain[]): boolean {
  if (chain.role !== "policy" || chain.meanLogprob === null) return false;
  const known = own.flatMap(({ meanLogprob }) => meanLogprob ?? []);
  if (known.length === 0) return false;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return chain.meanLogprob < mean - MAX_LOGPROB_GAP;
}
