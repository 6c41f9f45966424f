import type { Db } from "@/db/client";
import { foretellLaunch } from "./estimate/estimate-launch";
import type { LaunchEstimate } from "./estimate/foretell";
import { checkLaunch } from "./launch-checks";
import { chooseProblems, problemsOfRun } from "./runs.service";
import type { LaunchInput } from "./steering.schema";

/**
 * What a launch is expected to take.
 * @throws AppError naming the field that does not fit
 */
export function estimate(db: Db, input: LaunchInput): LaunchEstimate {
  const { clonedFromId: _from, problemsOfRunId: _problems, ...launch } = input;
  checkLaunch(db, launch);
  const chosen = problemsOfRun(db, input) ?? chooseProblems(db, launch);
  return foretellLaunch(db, launch, Math.min(launch.problemCount, chosen.length));
}
