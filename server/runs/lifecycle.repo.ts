import { and, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runs, type RunLive } from "@/db/schema";
import { isDryRun, queueOrder } from "./queue-order";
import type { RunStatus } from "./runs.schema";
import { ENGINE_RETRY_LONGEST_MS, LEASE_MS } from "./tunables";

export type RunRow = typeof runs.$inferSelect;

/** A run that this process may write to, as long as `leaseId` is still the row's. */
export interface ClaimedRun {
  readonly run: RunRow;
  readonly leaseId: string;
}

/** Thrown when another worker holds the run: everything the old one still does must be dropped. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
  constructor(runId: string) {
    super(`Another worker holds run ${runId}.`);
  }
}

/**
 * Takes the run that should go on first: one whose worker died, else one whose engine is to be tried again,
 * else the first of the queue. One statement, so that two workers never take the same run.
 * @param params.dryRunsOnly passes over everything else: a place at work is kept for them
 */
export function claimNextRun(
  db: Db,
  params: { leaseId: string; now: number; dryRunsOnly?: boolean },
): ClaimedRun | null {
  const { leaseId, now, dryRunsOnly = false } = params;
  // A lease or a retry that lies further ahead than any is ever set was written before the clock went back.
  const orphaned = and(
    inArray(runs.status, ["running", "pausing", "cancelling"]),
    or(isNull(runs.leaseId), lt(runs.leaseExpiresAt, now), gt(runs.leaseExpiresAt, now + 2 * LEASE_MS)),
  );
  const retryDue = and(
    eq(runs.status, "paused"),
    or(lte(runs.retryAt, now), gt(runs.retryAt, now + 2 * ENGINE_RETRY_LONGEST_MS)),
  );
  const next = db
    .select({ id: runs.id })
    .from(runs)
    .where(and(or(orphaned, retryDue, eq(runs.status, "queued")), dryRunsOnly ? isDryRun : undefined))
    .orderBy(
      sql`case when ${runs.status} = 'queued' then 2 when ${runs.status} = 'paused' then 1 else 0 end`,
      ...queueOrder,
    )
    .limit(1);
  const [run] = db
    .update(runs)
    .set({
      status: sql`case when ${runs.status} in ('pausing', 'cancelling') then ${runs.status} else 'running' end`,
      statusReason: null,
      retryAt: null,
      leaseId,
      leaseExpiresAt: now + LEASE_MS,
      startedAt: sql`coalesce(${runs.startedAt}, ${now})`,
    })
    .where(inArray(runs.id, next))
    .returning()
    .all();
  return run === undefined ? null : { run, leaseId };
}

/** What a heartbeat brings back: what a person asked for meanwhile. */
export type HeldRun = Pick<RunRow, "status" | "launch" | "activeMs" | "generatedTokens">;

/** Renews the lease and adds to the time spent running; null: the lease is lost. */
export function renewLease(
  db: Db,
  params: { runId: string; leaseId: string; now: number; activeMs: number; live: RunLive | null },
): HeldRun | null {
  const [row] = db
    .update(runs)
    .set({
      leaseExpiresAt: params.now + LEASE_MS,
      activeMs: sql`${runs.activeMs} + ${params.activeMs}`,
      live: params.live,
    })
    .where(and(eq(runs.id, params.runId), eq(runs.leaseId, params.leaseId)))
    .returning({
      status: runs.status,
      launch: runs.launch,
      activeMs: runs.activeMs,
      generatedTokens: runs.generatedTokens,
    })
    .all();
  return row ?? null;
}

/** Says why a run at work makes no headway; null takes it back. False: it is no longer this worker's, or not at work. */
export function explainRun(
  db: Db,
  params: { runId: string; leaseId: string; reason: string | null },
): boolean {
  const { runId, leaseId, reason } = params;
  const own = and(eq(runs.id, runId), eq(runs.leaseId, leaseId), eq(runs.status, "running"));
  return db.update(runs).set({ statusReason: reason }).where(own).run().changes === 1;
}

/** Ends this worker's hold on the run and says how it stands; false: the lease was lost before. */
export function releaseRun(
  db: Pick<Db, "update">,
  params: {
    runId: string;
    leaseId: string;
    status: RunStatus;
    statusReason: string | null;
    retryAt: number | null;
    endedAt: number | null;
  },
): boolean {
  const { runId, leaseId, ...change } = params;
  const result = db
    .update(runs)
    .set({ ...change, leaseId: null, leaseExpiresAt: null, live: null })
    .where(and(eq(runs.id, runId), eq(runs.leaseId, leaseId)))
    .run();
  return result.changes === 1;
}

/** Moves a run from one of `from` to `to` at a person's word; false: it was in none of them any more. */
export function moveRun(
  db: Db,
  params: {
    runId: string;
    from: readonly RunStatus[];
    to: RunStatus;
    statusReason: string | null;
    endedAt: number | null;
  },
): boolean {
  const result = db
    .update(runs)
    .set({ status: params.to, statusReason: params.statusReason, retryAt: null, endedAt: params.endedAt })
    .where(and(eq(runs.id, params.runId), inArray(runs.status, [...params.from])))
    .run();
  return result.changes === 1;
}

/**
 * Frees the runs of a worker whose process is gone, so that nobody waits for its lease to run out. Lease ids
 * begin with their worker's id.
 */
export function freeLeasesOf(db: Db, workerId: string): number {
  return db
    .update(runs)
    .set({ leaseId: null, leaseExpiresAt: null })
    .where(sql`${runs.leaseId} like ${`${workerId}/%`}`)
    .run().changes;
}
