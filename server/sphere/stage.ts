import type { SphereConfig } from "./config";
import type { ScorerModelKind, SphereIo, Stage } from "./io";
import { createSampler, type Sampler } from "./sampler";
import type { SphereProblem } from "./types";

/** What every function of the method gets beside the problem. */
export interface SphereContext {
  readonly io: SphereIo;
  readonly config: SphereConfig;
  /** Whether a model answers for the role `small`; without one stage 3 asks the policy at a higher temperature. */
  readonly hasSmallModel: boolean;
  /** What answers for the role `scorer`; null or absent: nothing does, and a judge is the policy itself. */
  readonly scorerModel?: ScorerModelKind | null;
}

/** One stage of one problem while it runs. */
export interface OpenStage extends SphereContext {
  readonly problem: SphereProblem;
  readonly stage: Stage;
  readonly sample: Sampler;
}

export function openStage(problem: SphereProblem, stage: Stage, context: SphereContext): OpenStage {
  return { ...context, problem, stage, sample: createSampler(stage, context.io) };
}
