import { iidPairs } from "./baselines/iid-pairs";
import { rejectionSampling } from "./baselines/rejection-sampling";
import type { RunKind } from "./config";
import { contentChance } from "./content-chance";
import { induceDiversity } from "./diversity-induction";
import type { Stage } from "./io";
import { selfCorrect } from "./self-correction";
import { selfGenerate } from "./self-generation";
import type { SphereContext } from "./stage";
import { isWrong } from "./terminal";
import type { SphereProblem, StageOutcome } from "./types";

/** Share of the mixed problems that also go to stage 2, to learn local repairs. */
const LOCAL_FIX_SHARE = 0.2;

export interface SolveOptions extends SphereContext {
  /** The method, or one of the baselines. */
  readonly kind: RunKind;
  /** Called after each stage with what that stage added. */
  readonly onStage: (outcome: StageOutcome) => void | Promise<void>;
}

/**
 * Works on one problem as the kind of run says: a baseline is one stage, the method up to two.
 * @throws NoSamplesError when the model gave no solution at all
 */
export async function solveProblem(problem: SphereProblem, options: SolveOptions): Promise<void> {
  const { kind, onStage } = options;
  switch (kind) {
    case "sphere":
      await runStages(problem, options);
      break;
    case "iid-pairs":
      await onStage(await iidPairs(problem, options));
      break;
    case "rejection-sampling":
      await onStage(await rejectionSampling(problem, options));
      break;
  }
}

/**
 * The method: stage 1 always; stage 2 where its best solution is wrong, and on one mixed problem in five; stage 3
 * where everything was right.
 */
async function runStages(problem: SphereProblem, options: SolveOptions): Promise<void> {
  const { config, onStage } = options;
  const first = await selfGenerate(problem, options);
  await onStage(first);
  const next = nextStage(problem, first);
  if (next === "self-correction" && config.selfCorrection)
    await onStage(await selfCorrect(problem, first, options));
  if (next === "diversity-induction" && config.diversityInduction)
    await onStage(await induceDiversity(problem, first, options));
}

function nextStage(problem: SphereProblem, { bucket, chains }: StageOutcome): Stage | null {
  if (bucket === "hard") return "self-correction";
  if (bucket === "easy") return "diversity-induction";
  return chains.some(isWrong) && isLocalFix(problem.id) ? "self-correction" : null;
}

/** The same problems in every run: decided by the problem's id alone. */
export function isLocalFix(problemId: string): boolean {
  return contentChance(problemId) < LOCAL_FIX_SHARE;
}
