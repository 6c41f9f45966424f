import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import type { PauseCause } from "@/server/jobs/pause-causes";
import { ENGINE_RETRY_FIRST_MS, ENGINE_RETRY_LONGEST_MS } from "@/server/jobs/tunables";
import type { Job, Settlement } from "./job";
import type { Stop } from "./steering";

/** How a job stands once this worker lets go of it, and the event that tells so. */
export interface Ending {
  readonly status: Extract<JobStatus, "finished" | "paused" | "cancelled" | "running" | "queued">;
  readonly level: "info" | "warning" | "error";
  /** Stays on the job while it is paused. */
  readonly reason: string | null;
  readonly retryInMs?: number;
  readonly data?: EndingData;
}

export interface EndingData {
  readonly cause?: PauseCause;
  readonly attempt?: number;
  readonly finished?: number;
  readonly ended?: number;
}

type Transaction = Pick<Db, "run" | "insert">;

/** What settling needs of one kind of job. */
export interface Settled<Reason extends string> extends Pick<Job<never, Reason>, "noun"> {
  /** What it works on. */
  readonly things: "Problems" | "Items";
  readonly hasOpen: () => boolean;
  /** How a stop ends it; null: whoever holds it now writes that down. */
  readonly stopped: (stop: Stop<Reason>) => Ending | null;
  /** Ends the hold; false: the lease was lost before. */
  readonly release: (
    tx: Transaction,
    state: {
      readonly status: JobStatus;
      readonly statusReason: string | null;
      readonly retryAt: number | null;
      readonly endedAt: number | null;
    },
  ) => boolean;
  readonly append: (
    tx: Transaction,
    event: Pick<Ending, "level" | "data"> & { readonly kind: string; readonly message: string },
    at: number,
  ) => void;
}

/** Writes down how a job stands now that this worker lets go of it. */
export function settleJob<Reason extends string>(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  job: Settled<Reason>,
  settlement: Settlement<Reason>,
): void {
  const now = clock.now();
  db.transaction(
    (tx) => {
      const ending = endingOf(job, settlement);
      if (ending === null) return;
      const { status, level, reason, retryInMs, data } = ending;
      const isOver = status === "finished" || status === "cancelled";
      const held = job.release(tx, {
        status,
        statusReason: reason,
        retryAt: retryInMs === undefined ? null : now + retryInMs,
        endedAt: isOver ? now : null,
      });
      if (!held) return;
      const message = [words(job, status), reason, inFlightWords(settlement.stop)].filter(Boolean).join(" ");
      const kind = status === "running" ? "worker-stopped" : `${job.noun}-${status}`;
      job.append(tx, { level, kind, message, ...(data === undefined ? {} : { data }) }, now);
    },
    { behavior: "immediate" },
  );
}

function endingOf<Reason extends string>(
  { hasOpen, stopped }: Pick<Settled<Reason>, "hasOpen" | "stopped">,
  { outcome, stop, downBefore }: Settlement<Reason>,
): Ending | null {
  if (stop?.reason === "lease-lost") return null;
  switch (outcome.kind) {
    case "unexpected":
      return paused("error", `Unexpected error: ${outcome.message}`, { cause: "error" });
    case "blocked":
      return paused("error", outcome.reason, { cause: "error" });
    case "engine-down": {
      if (stop !== null) return stopped(stop);
      const { kind, message } = outcome.error;
      return {
        ...paused("error", `The engine cannot answer (${kind}): ${message}`, {
          cause: "engine-down",
          attempt: downBefore + 1,
        }),
        retryInMs: Math.min(ENGINE_RETRY_FIRST_MS * 2 ** downBefore, ENGINE_RETRY_LONGEST_MS),
      };
    }
    case "finished":
      return { status: hasOpen() ? "queued" : "finished", level: "info", reason: null };
    case "stopped":
      // Without a stop the process ends: the job stays `running` without a lease, for the next worker to take at once.
      return stop === null ? { status: "running", level: "info", reason: null } : stopped(stop);
    default:
      return outcome satisfies never;
  }
}

/** A pause with its reason; a person's needs none. */
export function paused(level: Ending["level"], reason: string | null, data: EndingData): Ending {
  return { status: "paused", level, reason, data };
}

/** A person cancelled it. */
export function cancelled({ finished, ended }: Stop): Ending {
  return { status: "cancelled", level: "info", reason: null, data: { finished, ended } };
}

/** A person paused it. */
export function pausedByPerson({ finished, ended }: Stop): Ending {
  return paused("info", null, { cause: "person", finished, ended });
}

function words({ noun, things }: Pick<Settled<string>, "noun" | "things">, status: Ending["status"]): string {
  switch (status) {
    case "running":
      return `The worker stopped; the ${noun} goes on when it is back.`;
    case "queued":
      return `${things} were put back meanwhile: the ${noun} is queued again.`;
    case "finished":
    case "paused":
    case "cancelled":
      return `The ${noun} is ${status}.`;
    default:
      return status satisfies never;
  }
}

const samples = (count: number): string => (count === 1 ? "1 sample" : `${String(count)} samples`);

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
