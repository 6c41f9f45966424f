import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import type { JobLive } from "@/server/jobs/jobs.schema";
import { claimNext, explain, move, release, renew } from "@/server/jobs/lease.repo";
import { isDryRun, queueOrder } from "./queue-order";
import { findRun, type RunRow } from "./runs.repo";
import type { RunStatus } from "./runs.schema";

/** A run that this process may write to, as long as `leaseId` is still the row's. */
export interface ClaimedRun {
  readonly run: RunRow;
  readonly leaseId: string;
}

/**
 * Takes the run that should go on first, as `claimNext` says.
 * @param params.dryRunsOnly passes over everything else: a place at work is kept for them
 */
export function claimNextRun(
  db: Db,
  params: { leaseId: string; now: number; dryRunsOnly?: boolean },
): ClaimedRun | null {
  const { leaseId, now, dryRunsOnly = false } = params;
  const only = dryRunsOnly ? isDryRun : undefined;
  const id = claimNext(db, runs, { leaseId, now, order: queueOrder, only });
  const run = id === null ? null : findRun(db, id);
  return run === null ? null : { run, leaseId };
}

/** What a heartbeat brings back: what a person asked for meanwhile. */
export type HeldRun = Pick<RunRow, "status" | "launch" | "activeMs" | "generatedTokens">;

/** Renews the lease and adds to the time spent running; null: the lease is lost. */
export function renewLease(
  db: Db,
  {
    runId,
    ...params
  }: { runId: string; leaseId: string; now: number; activeMs: number; live: JobLive | null },
): HeldRun | null {
  return renew(db, runs, { id: runId, ...params }) ? findRun(db, runId) : null;
}

/** Says why a run at work makes no headway; null takes it back. False: it is no longer this worker's, or not at work. */
export function explainRun(
  db: Db,
  { runId, ...params }: { runId: string; leaseId: string; reason: string | null },
): boolean {
  return explain(db, runs, { id: runId, ...params });
}

/** Ends this worker's hold on the run and says how it stands; false: the lease was lost before. */
export function releaseRun(
  db: Pick<Db, "run">,
  {
    runId,
    ...params
  }: {
    runId: string;
    leaseId: string;
    status: RunStatus;
    statusReason: string | null;
    retryAt: number | null;
    endedAt: number | null;
  },
): boolean {
  return release(db, runs, { id: runId, ...params });
}

/** Moves a run from one of `from` to `to` at a person's word; false: it was in none of them any more. */
export function moveRun(
  db: Pick<Db, "run">,
  {
    runId,
    ...params
  }: {
    runId: string;
    from: readonly RunStatus[];
    to: RunStatus;
    statusReason: string | null;
    endedAt: number | null;
  },
): boolean {
  return move(db, runs, { id: runId, ...params });
}
