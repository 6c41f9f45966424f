import { induceDiversity } from "./diversity-induction";
import type { Stage } from "./io";
import { selfCorrect } from "./self-correction";
import { selfGenerate } from "./self-generation";
import type { SphereContext } from "./stage";
import type { SphereProblem, StageOutcome } from "./types";

/** Share of the mixed problems that also go to stage 2, to learn local repairs. */
const LOCAL_FIX_SHARE = 0.2;

export interface SolveOptions extends SphereContext {
  /** Called after each stage with what that stage added. */
  readonly onStage: (outcome: StageOutcome) => void | Promise<void>;
}

/**
 * The whole method on one problem: stage 1 always; stage 2 where nothing was right, and on one mixed problem in
 * five; stage 3 where everything was right.
 * @throws NoSamplesError when the model gave no solution at all
 */
export async function solveProblem(problem: SphereProblem, options: SolveOptions): Promise<void> {
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
  const located = chains.some(({ firstWrongStep }) => firstWrongStep !== null);
  return located && isLocalFix(problem.id) ? "self-correction" : null;
}

/** The same problems in every run: decided by the problem's id alone. */
export function isLocalFix(problemId: string): boolean {
  let hash = 0x811c9dc5;
  for (let index = 0; index < problemId.length; index++)
    hash = Math.imul(hash ^ problemId.charCodeAt(index), 0x01000193);
  // FNV's high bits depend little on the last characters: mix before taking a share (murmur3 finaliser).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < LOCAL_FIX_SHARE;
}
