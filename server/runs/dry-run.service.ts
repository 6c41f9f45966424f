import type { RunView } from "./run-view";
import { launchWhenChecked } from "./launch-when-checked.service";
import type { RunsDeps } from "./runs.service";
import { launchInputSchema, type LaunchInput } from "./steering.schema";

/** Above what a person can give, so that nobody waits behind a queue for one problem. */
const DRY_RUN_PRIORITY = launchInputSchema.shape.priority.unwrap().maxValue ?? 100;

/**
 * Launches one problem of what would be launched, as a run of its own: by the real engine and journal, so that its
 * tree, chains and pairs are looked at on the usual pages. It finds a worker's place of its own, stays out of the
 * lists and goes away after a week.
 */
export function dryRun(deps: RunsDeps, input: LaunchInput): Promise<RunView> {
  return launchWhenChecked(deps, {
    ...input,
    name: `Dry run of ${input.name}`.slice(0, 120),
    problemCount: 1,
    tokenBudget: null,
    timeBudgetMinutes: null,
    priority: DRY_RUN_PRIORITY,
    dryRun: true,
  });
}
