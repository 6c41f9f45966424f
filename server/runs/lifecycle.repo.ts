import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import type { JobLive } from "@/server/jobs/jobs.schema";
import { claimNext, renew } from "@/server/jobs/lease.repo";
import { isDryRun, queueOrder } from "./queue-order";
import { findRun, type RunRow } from "./runs.repo";

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
