import type { Db } from "@/db/client";
import type { LaunchRun } from "../runs.schema";
import { foretell, type LaunchEstimate } from "./foretell";
import { readMeasuredRuns, readSpeed } from "./measured.repo";

/** What a launch of so many problems is expected to take. */
export function foretellLaunch(db: Db, launch: LaunchRun, problems: number): LaunchEstimate {
  return foretell(launch, problems, {
    runs: readMeasuredRuns(db, launch),
    speed: readSpeed(db, launch),
  });
}

/** The part of the estimate that a run keeps, to stand beside what came. */
export function estimateLaunch(db: Db, launch: LaunchRun, problems: number) {
  const { generatedTokens, durationMs, basis } = foretellLaunch(db, launch, problems);
  return { generatedTokens, durationMs, basis };
}
