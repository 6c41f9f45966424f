/**
 * `server/runs/estimate` foretells what a run will generate and how long it will take: a model of the method's
 * cost, brought to scale by what earlier runs of the same policy measured. `cost-model.ts`, `bucket-shares.ts`
 * and `foretell.ts` are pure.
 */
import type { CallPurpose, Stage } from "@/server/sphere/io";
import type { SphereConfig } from "@/server/sphere/config";
import type { Bucket } from "@/server/sphere/types";
import type { RunKind } from "../runs.schema";

/** Calls of one purpose in one stage: what the model foretells and the journal measures. */
export type CostPart = `${Stage}/${CallPurpose}`;

/** What decides the cost of a problem. */
export interface CostSettings {
  readonly kind: RunKind;
  readonly config: SphereConfig;
}

/** Lengths that the models have. */
export interface TextLengths {
  /** Tokens of a whole solution by the policy. */
  readonly solution: number;
  /** The same by the small model. */
  readonly smallSolution: number;
  /** Steps of a solution. */
  readonly steps: number;
}

/** Share of the mixed problems that go on to stage 2 (`sphere/solve-problem.ts`). */
const LOCAL_FIX_SHARE = 0.2;
/** Continuations begin halfway through, on average. */
const CONTINUATION = 0.5;
/** Of reflections, those that pass all rules but the luck filter, for want of a measurement. */
const LUCK_CHECKED = 0.1;
/** Of wrong chains, those that the first round of reflections does not repair, likewise. */
const UNREPAIRED = 0.8;
const VOTE_TOKENS = 3 * 8;

/**
 * Tokens that one problem of a bucket costs, by part (method: 8.3; the chances in it are guesses that
 * measurements correct).
 */
export function problemCost(
  { kind, config }: CostSettings,
  lengths: TextLengths,
  bucket: Bucket,
): ReadonlyMap<CostPart, number> {
  const cost = new Map<CostPart, number>();
  if (kind !== "sphere") return cost.set("self-generation/solve", config.rootSamples * lengths.solution);
  addSelfGeneration(cost, config, { ...lengths, bucket });
  const corrected = bucket === "hard" ? 1 : bucket === "mixed" ? LOCAL_FIX_SHARE : 0;
  if (config.selfCorrection && corrected > 0) addSelfCorrection(cost, config, { ...lengths, corrected });
  if (config.diversityInduction && bucket === "easy") {
    cost.set("diversity-induction/solve", config.smallModelSamples * lengths.smallSolution);
  }
  return cost;
}

type Costs = Map<CostPart, number>;

function addSelfGeneration(
  cost: Costs,
  config: SphereConfig,
  at: TextLengths & { readonly bucket: Bucket },
): void {
  const continuation = CONTINUATION * at.solution;
  const stepTokens = at.solution / at.steps;
  const valueOfStep = config.scorer === "prm" || config.scorer === "judge" ? 0 : config.rolloutsPerPrefix;
  switch (config.mode) {
    case "omega": {
      cost.set("self-generation/solve", config.rootSamples * at.solution);
      if (at.bucket !== "mixed") return;
      const tests = Math.ceil(Math.log2(Math.max(2, at.steps)));
      // Half of the tested prefixes are solvable and decided by about three rollouts.
      const rollouts = (tests * (3 + config.rolloutsPerPrefix)) / 2;
      const label = Math.max(0, config.finalLabelRollouts - config.rolloutsPerPrefix);
      cost.set("self-generation/rollout", config.wrongChains * (rollouts + label) * continuation);
      return;
    }
    case "two-path": {
      const candidates = (2 * Math.min(at.steps, config.maxDepth) - 1) * config.candidates;
      cost.set("self-generation/expand", candidates * stepTokens);
      cost.set("self-generation/rollout", candidates * valueOfStep * continuation);
      return;
    }
    case "uct": {
      cost.set("self-generation/expand", config.iterations * config.candidates * stepTokens);
      cost.set("self-generation/rollout", config.iterations * Math.max(1, valueOfStep) * continuation);
      return;
    }
    default:
      config.mode satisfies never;
  }
}

function addSelfCorrection(
  cost: Costs,
  config: SphereConfig,
  at: TextLengths & { readonly corrected: number },
): void {
  const chains = at.corrected * Math.max(1, config.wrongChains);
  let rounds = 0;
  for (let round = 0; round < config.correctionRounds; round++) rounds += UNREPAIRED ** round;
  const reflections = chains * rounds * config.correctionSamples;
  cost.set("self-correction/locate", chains * VOTE_TOKENS);
  // A reflection says what is wrong and keeps the steps before it: as long as a solution, all in all.
  cost.set("self-correction/reflect", reflections * at.solution);
  cost.set(
    "self-correction/luck-check",
    reflections * LUCK_CHECKED * 2 * config.rolloutsPerPrefix * CONTINUATION * at.solution,
  );
  if (config.resamplingControl) cost.set("self-correction/resample", reflections * at.solution);
}
