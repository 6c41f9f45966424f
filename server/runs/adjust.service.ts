import { AppError } from "@/server/foundation/errors";
import { adjustLaunch, type Adjustable, type Adjustment } from "./adjust.repo";
import { requireRoom } from "./budgets";
import { appendEvent } from "./events.repo";
import type { RunView } from "./run-view";
import type { RunStatus } from "./runs.schema";
import { getRun, type RunsDeps } from "./runs.service";
import type { AdjustRun } from "./steering.schema";

const ADJUSTABLE: readonly RunStatus[] = ["queued", "running", "pausing", "paused"];

/**
 * Changes limits and priority of a run that is not over. Its worker sees it with its next heartbeat and goes
 * on under the new limits, without starting anew.
 * @throws AppError when a budget is already spent, or the run is over
 */
export function adjustRun({ db, clock }: RunsDeps, input: AdjustRun): RunView {
  const { runId, ...change } = input;
  return db.transaction(
    (tx) => {
      const { launch, ...run } = getRun(db, runId);
      const words = changeWords(launch, change);
      if (words.length === 0) return getRun(db, runId);
      requireRoom(run, {
        tokenBudget: change.tokenBudget ?? null,
        timeBudgetMinutes: change.timeBudgetMinutes ?? null,
      });
      if (!adjustLaunch(tx, { runId, from: ADJUSTABLE, change })) {
        throw new AppError("conflict", `A run that is ${run.status} cannot be changed.`);
      }
      appendEvent(
        tx,
        {
          runId,
          level: "info",
          kind: "run-adjusted",
          message: `A person changed the run: ${words.join("; ")}.`,
          data: change,
        },
        clock.now(),
      );
      return getRun(db, runId);
    },
    { behavior: "immediate" },
  );
}

const fieldNames: Record<keyof Adjustable, string> = {
  tokenBudget: "token budget",
  timeBudgetMinutes: "time budget in minutes",
  maxInFlight: "most samples in flight",
  priority: "priority",
};

/** "token budget from 20000 to none", for each field that really changes. */
function changeWords(before: Adjustable, change: Adjustment): string[] {
  const fields: readonly (keyof Adjustable)[] = [
    "tokenBudget",
    "timeBudgetMinutes",
    "maxInFlight",
    "priority",
  ];
  return fields.flatMap((field) => {
    const [old, now] = [before[field], change[field]];
    return now === undefined || now === old
      ? []
      : [`${fieldNames[field]} from ${old ?? "none"} to ${now ?? "none"}`];
  });
}
