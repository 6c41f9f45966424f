import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import { release } from "@/server/jobs/lease.repo";
import { budgetMessage } from "@/server/runs/budgets";
import { appendEvent } from "@/server/runs/events.repo";
import type { ClaimedRun } from "@/server/runs/lifecycle.repo";
import { hasOpenProblems } from "@/server/runs/run-problems.repo";
import { findRun } from "@/server/runs/runs.repo";
import type { Settlement } from "./job";
import type { RunStopReason } from "./run-steering";
import { cancelled, paused, pausedByPerson, settleJob, type Ending } from "./settle-job";
import type { Stop } from "./steering";

/** Writes down how a run stands now that this worker lets go of it. */
export function settleRun(
  deps: { readonly db: Db; readonly clock: Clock },
  { run, leaseId }: ClaimedRun,
  settlement: Settlement<RunStopReason>,
): void {
  const { db } = deps;
  const { id: runId } = run;
  settleJob(
    deps,
    {
      noun: "run",
      things: "Problems",
      hasOpen: () => hasOpenProblems(db, runId),
      stopped: (stop) => stopped(db, runId, stop),
      release: (tx, state) => release(tx, runs, { id: runId, leaseId, ...state }),
      append: (tx, { data, ...event }, at) => {
        appendEvent(tx, { runId, ...event, ...(data === undefined ? {} : { data: { ...data } }) }, at);
      },
    },
    settlement,
  );
}

function stopped(db: Db, runId: string, stop: Stop<RunStopReason>): Ending | null {
  const { reason, finished, ended } = stop;
  switch (reason) {
    case "cancel":
      return cancelled(stop);
    case "pause":
      return pausedByPerson(stop);
    case "token-budget":
    case "time-budget": {
      const launch = findRun(db, runId)?.launch;
      if (launch === undefined) return null;
      if (!hasOpenProblems(db, runId)) return { status: "finished", level: "info", reason: null };
      const message = budgetMessage(reason === "token-budget" ? "tokens" : "time", launch);
      return paused("warning", `${message} Resume with a larger budget to go on.`, {
        cause: reason,
        finished,
        ended,
      });
    }
    case "lease-lost":
      return null;
    default:
      return reason satisfies never;
  }
}
