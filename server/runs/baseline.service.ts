import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { getRun } from "./runs.service";
import { readMeanSolution } from "./run-outcome.repo";
import { sphereConfigSchema } from "./runs.schema";
import type { BaselineOf, LaunchInput } from "./steering.schema";

export interface Baseline {
  /** Ready for the launch form. */
  readonly launch: LaunchInput;
  /** Tokens that the run generated and the baseline may generate. */
  readonly budget: number;
  /** Samples a problem that would use up the budget; the launch has the nearest that is allowed. */
  readonly samplesForBudget: number;
  readonly tokensPerSolution: number;
}

/**
 * A baseline for a run at the same budget: the same problems and models, as many plain samples a problem as the
 * run's tokens pay for.
 * @throws AppError when the run has drawn nothing to measure a solution by
 */
export function baselineOf(db: Db, { runId, kind }: BaselineOf): Baseline {
  const { launch, generatedTokens, problemCount } = getRun(db, runId);
  const tokensPerSolution = readMeanSolution(db, runId);
  if (generatedTokens === 0 || problemCount === 0 || tokensPerSolution === null || tokensPerSolution === 0) {
    throw new AppError("conflict", "The run has no solutions yet whose length could be measured.", {
      field: "runId",
      fix: "Let it work first.",
    });
  }
  const samplesForBudget = generatedTokens / (problemCount * tokensPerSolution);
  const words = kind === "iid-pairs" ? "plain sampling" : "rejection sampling";
  return {
    launch: {
      ...launch,
      kind,
      name: `${launch.name.slice(0, 90)}: ${words}`,
      problemCount,
      tokenBudget: generatedTokens,
      timeBudgetMinutes: null,
      dryRun: false,
      config: { ...launch.config, rootSamples: nearestAllowed(samplesForBudget) },
      clonedFromId: runId,
      problemsOfRunId: runId,
    },
    budget: generatedTokens,
    samplesForBudget,
    tokensPerSolution,
  };
}

/** Rounded up, since the budget stops what would be too much. */
function nearestAllowed(samples: number): number {
  const { minValue, maxValue } = sphereConfigSchema.shape.rootSamples.unwrap();
  return Math.min(maxValue ?? Infinity, Math.max(minValue ?? 1, Math.ceil(samples)));
}
