import { ensureChecked } from "@/server/problems/contamination/check.service";
import type { RunView } from "./run-view";
import { launchFromInput, type RunsDeps } from "./runs.service";
import type { LaunchInput } from "./steering.schema";

/**
 * Queues a run as a person asked for it, once its set was compared with every benchmark as they are now.
 * @throws AppError naming the field that does not fit: `problemSetId` where a benchmark has some of its problems
 */
export async function launchWhenChecked(deps: RunsDeps, input: LaunchInput): Promise<RunView> {
  await ensureChecked(deps, input.problemSetId);
  return launchFromInput(deps, input);
}
