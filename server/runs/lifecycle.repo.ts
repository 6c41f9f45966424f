import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runs, type RunLive } from "@/db/schema";
import type { RunStatus } from "./runs.schema";
import { LEASE_MS } from "./tunables";

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
 * else the oldest queued. One statement, so that two workers never take the same run.
 */
export function claimNextRun(db: Db, params: { leaseId: string; now: number }): ClaimedRun | null {
  const { leaseId, now } = params;
  const orphaned = and(
    inArray(runs.status, ["running", "pausing", "cancelling"]),
    or(isNull(runs.leaseId), lt(runs.leaseExpiresAt, now)),
  );
  const retryDue = and(eq(runs.status, "paused"), lte(runs.retryAt, now));
  const next = db
    .select({ id: runs.id })
    .from(runs)
    .where(or(orphaned, retryDue, eq(runs.status, "queued")))
    .orderBy(
      sql`case when ${runs.status} = 'queued' then 2 when ${runs.status} = 'paused' then 1 else 0 end`,
      asc(runs.createdAt),
      asc(runs.id),
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

/** Renews the lease. The status says what a person asked for meanwhile; null: the lease is lost. */
export function renewLease(
  db: Db,
  params: { runId: string; leaseId: string; now: number; activeMs: number; live: RunLive | null },
): RunStatus | null {
  const [row] = db
    .update(runs)
    .set({
      leaseExpiresAt: params.now + LEASE_MS,
      activeMs: sql`${runs.activeMs} + ${params.activeMs}`,
      live: params.live,
    })
    .where(and(eq(runs.id, params.runId), eq(runs.leaseId, params.leaseId)))
    .returning({ status: runs.status })
    .all();
  return row?.status ?? null;
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
