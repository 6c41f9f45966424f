import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { budgetMessage } from "@/server/runs/budgets";
import { appendEvent, type NewRunEvent } from "@/server/runs/events.repo";
import type { RunEnd } from "@/server/runs/execute-run";
import { releaseRun, type ClaimedRun } from "@/server/runs/lifecycle.repo";
import { hasOpenProblems } from "@/server/runs/run-problems.repo";
import { findRun } from "@/server/runs/runs.repo";
import type { PauseCause } from "@/server/runs/pause-causes";
import { ENGINE_RETRY_FIRST_MS, ENGINE_RETRY_LONGEST_MS } from "@/server/jobs/tunables";
import type { Stop } from "./run-steering";

interface SettleDeps {
  readonly db: Db;
  readonly clock: Clock;
}

/** What work on a run came to. */
export type Outcome = RunEnd | { readonly kind: "unexpected"; readonly message: string };

interface Settlement {
  readonly outcome: Outcome;
  readonly stop: Stop | null;
  /** Times in a row before this that its engine was down. */
  readonly downBefore: number;
}

interface Release {
  readonly status: "finished" | "paused" | "cancelled" | "running" | "queued";
  readonly kind: "run-finished" | "run-paused" | "run-cancelled" | "worker-stopped" | "run-queued";
  readonly level: NewRunEvent["level"];
  /** Stays on the run while it is paused. */
  readonly reason: string | null;
  readonly retryInMs?: number;
  readonly data?: {
    readonly cause?: PauseCause;
    readonly attempt?: number;
    readonly finished?: number;
    readonly ended?: number;
  };
}

const words: Record<Release["kind"], string> = {
  "run-finished": "The run is finished.",
  "run-paused": "The run is paused.",
  "run-cancelled": "The run is cancelled.",
  "worker-stopped": "The worker stopped; the run goes on when it is back.",
  "run-queued": "Problems were put back meanwhile: the run is queued again.",
};

/** Writes down how a run stands now that this worker lets go of it. */
export function settleRun(deps: SettleDeps, claimed: ClaimedRun, how: Settlement): void {
  const { db, clock } = deps;
  const { run, leaseId } = claimed;
  const now = clock.now();
  db.transaction(
    (tx) => {
      const release = releaseFor(db, claimed, how);
      if (release === null) return;
      const over = release.status === "finished" || release.status === "cancelled";
      const held = releaseRun(tx, {
        runId: run.id,
        leaseId,
        status: release.status,
        statusReason: release.reason,
        retryAt: release.retryInMs === undefined ? null : now + release.retryInMs,
        endedAt: over ? now : null,
      });
      if (!held) return;
      const { kind, level, reason, data } = release;
      const message = [words[kind], reason, inFlightWords(how.stop)].filter(Boolean).join(" ");
      appendEvent(tx, { runId: run.id, level, kind, message, ...(data === undefined ? {} : { data }) }, now);
    },
    { behavior: "immediate" },
  );
}

function releaseFor(db: Db, claimed: ClaimedRun, { outcome, stop, downBefore }: Settlement): Release | null {
  const { id } = claimed.run;
  if (stop?.reason === "lease-lost") return null;
  switch (outcome.kind) {
    case "unexpected":
      return {
        status: "paused",
        kind: "run-paused",
        level: "error",
        reason: `Unexpected error: ${outcome.message}`,
        data: { cause: "error" },
      };
    case "engine-down":
      if (stop !== null) return stopped(db, id, stop);
      return {
        status: "paused",
        kind: "run-paused",
        level: "error",
        reason: `The engine cannot answer (${outcome.error.kind}): ${outcome.error.message}`,
        retryInMs: Math.min(ENGINE_RETRY_FIRST_MS * 2 ** downBefore, ENGINE_RETRY_LONGEST_MS),
        data: { cause: "engine-down", attempt: downBefore + 1 },
      };
    case "finished":
      return hasOpenProblems(db, id)
        ? { status: "queued", kind: "run-queued", level: "info", reason: null }
        : { status: "finished", kind: "run-finished", level: "info", reason: null };
    case "stopped":
      // Without a stop the process ends: the run stays `running` without a lease, for the next worker to take at once.
      return stop === null
        ? { status: "running", kind: "worker-stopped", level: "info", reason: null }
        : stopped(db, id, stop);
    default:
      return outcome satisfies never;
  }
}

function stopped(db: Db, runId: string, stop: Stop): Release | null {
  const { reason, finished, ended } = stop;
  switch (reason) {
    case "cancel":
      return {
        status: "cancelled",
        kind: "run-cancelled",
        level: "info",
        reason: null,
        data: { finished, ended },
      };
    case "pause":
      return {
        status: "paused",
        kind: "run-paused",
        level: "info",
        reason: null,
        data: { cause: "person", finished, ended },
      };
    case "token-budget":
    case "time-budget": {
      const launch = findRun(db, runId)?.launch;
      if (launch === undefined) return null;
      if (!hasOpenProblems(db, runId)) {
        return { status: "finished", kind: "run-finished", level: "info", reason: null };
      }
      const kind = reason === "token-budget" ? "tokens" : "time";
      return spent(budgetMessage(kind, launch), { cause: reason, finished, ended });
    }
    case "lease-lost":
      return null;
    default:
      return reason satisfies never;
  }
}

function spent(message: string, data: NonNullable<Release["data"]>): Release {
  return {
    status: "paused",
    kind: "run-paused",
    level: "warning",
    reason: `${message} Resume with a larger budget to go on.`,
    data,
  };
}

const samples = (count: number): string => (count === 1 ? "1 sample" : `${count} samples`);

/** What became of the samples in flight, if there were any. */
function inFlightWords(stop: Stop | null): string | null {
  if (stop === null) return null;
  const { finished, ended } = stop;
  const parts = [
    finished === 0
      ? null
      : `${samples(finished)} in flight could end and ${finished === 1 ? "is" : "are"} kept.`,
    ended === 0
      ? null
      : `${samples(ended)} in flight ${ended === 1 ? "was" : "were"} cut off: what they had is not counted.`,
  ];
  return parts.filter(Boolean).join(" ");
}
