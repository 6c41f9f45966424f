import { runs } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { move } from "@/server/jobs/lease.repo";
import { requireRoom } from "./budgets";
import { hasDecidedItems } from "./decided-items.repo";
import { appendEvent } from "./events.repo";
import { findRetriable, putBack } from "./retry-failed.repo";
import type { RunView } from "./run-view";
import { getRun, type RunsDeps } from "./runs.service";
import type { RetryFailed } from "./steering.schema";

/** Ids that the event names; more are only counted. */
const NAMED_IN_EVENT = 50;

export interface Retried {
  readonly run: RunView;
  readonly problems: number;
  readonly callsForgotten: number;
}

/**
 * Puts failed problems back to waiting: their failed calls are forgotten (the event log keeps them), good ones
 * stay and are not asked again. A finished run goes back to the queue; one at work takes them up by itself; a
 * paused one keeps waiting for a person.
 * Problems stay as they are where people have decided on what came of them.
 * @throws AppError when there is nothing to take again, the run was cancelled, or its budget is spent
 */
export function retryFailed({ db, clock }: RunsDeps, input: RetryFailed): Retried {
  const { runId } = input;
  return db.transaction(
    (tx) => {
      const { launch, ...run } = getRun(db, runId);
      if (run.status === "cancelled" || run.status === "cancelling") {
        throw new AppError("conflict", "The run was cancelled.", {
          field: "runId",
          fix: "Clone it to work on its problems again.",
        });
      }
      if (run.status === "finished") requireRoom(run, launch);
      const failed = findRetriable(tx, { runId, named: input.problemIds ?? null });
      if (failed.length === 0) {
        throw new AppError("conflict", "None of these problems has failed.", { field: "problemIds" });
      }
      const found = failed.filter(({ problemId }) => !hasDecidedItems(tx, { runId, problemId }));
      if (found.length === 0) {
        throw new AppError("conflict", "People have decided on what came of these problems.", {
          field: "problemIds",
          fix: "Clone the run to work on them again; decisions are never deleted.",
        });
      }
      let callsForgotten = 0;
      for (const { problemId, status } of found) callsForgotten += putBack(tx, { runId, problemId }, status);
      const requeued = move(tx, runs, {
        id: runId,
        from: ["finished"],
        to: "queued",
        statusReason: null,
        endedAt: null,
      });
      const calls = callsForgotten === 1 ? "1 failed call" : `${callsForgotten} failed calls`;
      const problems = found.length === 1 ? "1 problem" : `${found.length} problems`;
      appendEvent(
        tx,
        {
          runId,
          level: "info",
          kind: "problems-retried",
          message:
            `A person put ${problems} back to be tried again; ${calls} forgotten.` +
            (requeued ? " The run is queued again." : ""),
          data: {
            problemIds: found.slice(0, NAMED_IN_EVENT).map(({ problemId }) => problemId),
            problems: found.length,
            callsForgotten,
          },
        },
        clock.now(),
      );
      return { run: getRun(db, runId), problems: found.length, callsForgotten };
    },
    { behavior: "immediate" },
  );
}
