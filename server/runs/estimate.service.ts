import { ensureChecked } from "@/server/problems/contamination/check.service";
import { foretellLaunch } from "./estimate/estimate-launch";
import type { LaunchEstimate } from "./estimate/foretell";
import { checkLaunch } from "./launch-checks";
import { chooseProblems, problemsOfRun, type RunsDeps } from "./runs.service";
import type { LaunchInput } from "./steering.schema";

/**
 * What a launch is expected to take. Its set is compared with the benchmarks first, where that is still to be done.
 * @throws AppError naming the field that does not fit
 */
export async function estimate(deps: RunsDeps, input: LaunchInput): Promise<LaunchEstimate> {
  const { db } = deps;
  const { clonedFromId: _from, problemsOfRunId: _problems, ...launch } = input;
  await ensureChecked(deps, launch.problemSetId);
  checkLaunch(db, launch);
  return foretellLaunch(db, launch, chooseProblems(db, launch, problemsOfRun(db, input)).length);
}
