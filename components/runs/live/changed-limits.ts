import type { AdjustRun } from "@/server/runs/steering.schema";
import type { Limits } from "./limit-fields";

/** What a person changed, as the server takes it; an emptied priority is the usual one. */
export function changedLimits(before: Limits, after: Limits): Omit<AdjustRun, "runId"> {
  const priority = after.priority ?? 0;
  return {
    ...(after.tokenBudget === before.tokenBudget ? {} : { tokenBudget: after.tokenBudget }),
    ...(after.timeBudgetMinutes === before.timeBudgetMinutes
      ? {}
      : { timeBudgetMinutes: after.timeBudgetMinutes }),
    ...(after.maxInFlight === before.maxInFlight ? {} : { maxInFlight: after.maxInFlight }),
    ...(priority === before.priority ? {} : { priority }),
  };
}
