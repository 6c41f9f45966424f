import type { LaunchRun } from "../runs.schema";
import type { TextLengths } from "./cost-model";
import type { MeasuredRun } from "./measured-run";

const GUESSED_SOLUTION = 250;
const GUESSED_STEPS = 6;

/** Lengths as earlier runs measured them, cut where the launch cuts; guesses where there are none. */
export function lengthsFor(launch: LaunchRun, runs: readonly MeasuredRun[]): TextLengths {
  const { maxTokens } = launch.config;
  const guessed = Math.min(GUESSED_SOLUTION, 0.75 * maxTokens);
  const solution =
    meanWithin(
      runs.flatMap(({ solutions }) => solutions),
      maxTokens,
    ) ?? guessed;
  const small = runs
    .filter((run) => run.launch.smallModelId === launch.smallModelId)
    .flatMap(({ smallSolutions }) => smallSolutions);
  const steps = runs.flatMap((run) => run.steps ?? []);
  return {
    solution,
    smallSolution: meanWithin(small, maxTokens) ?? solution,
    steps: steps.length === 0 ? GUESSED_STEPS : Math.max(1, mean(steps)),
  };
}

function meanWithin(lengths: readonly number[], most: number): number | null {
  return lengths.length === 0 ? null : mean(lengths.map((length) => Math.min(length, most)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
