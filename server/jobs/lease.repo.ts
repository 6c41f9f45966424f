import { inArray, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "@/db/client";
import type { JobLive, JobStatus } from "./jobs.schema";
import { ENGINE_RETRY_LONGEST_MS, LEASE_MS } from "./tunables";

/** A table of jobs: one that spreads `jobColumns`. */
export type JobTable = SQLiteTable &
  Readonly<
    Record<
      "id" | "status" | "statusReason" | "retryAt" | "leaseId" | "leaseExpiresAt" | "activeMs",
      AnySQLiteColumn
    >
  >;

/** Thrown when another worker holds the job: everything the old one still does must be dropped. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
  constructor(jobId: string) {
    super(`Another worker holds ${jobId}.`);
  }
}

/**
 * Takes the job that should go on first: one whose worker died, else one whose engine is to be tried again,
 * else the first of the queue. One statement, so that two workers never take the same job.
 * @param params.order what comes first among its like
 * @param params.only passes over everything else
 * @returns its id
 */
export function claimNext(
  db: Db,
  table: JobTable,
  params: { leaseId: string; now: number; order: readonly SQL[]; only?: SQL | undefined },
): string | null {
  const { leaseId, now, order, only = sql`true` } = params;
  // A lease or a retry that lies further ahead than any is ever set was written before the clock went back.
  const orphaned = sql`(${table.status} in ('running', 'pausing', 'cancelling') and (${table.leaseId} is null
    or ${table.leaseExpiresAt} < ${now} or ${table.leaseExpiresAt} > ${now + 2 * LEASE_MS}))`;
  const retryDue = sql`(${table.status} = 'paused'
    and (${table.retryAt} <= ${now} or ${table.retryAt} > ${now + 2 * ENGINE_RETRY_LONGEST_MS}))`;
  const rank = sql`case when ${table.status} = 'queued' then 2 when ${table.status} = 'paused' then 1 else 0 end`;
  const [claimed] = db.all<{ id: string }>(sql`
    update ${table} set
      status = case when status in ('pausing', 'cancelling') then status else 'running' end,
      status_reason = null,
      retry_at = null,
      lease_id = ${leaseId},
      lease_expires_at = ${now + LEASE_MS},
      started_at = coalesce(started_at, ${now})
    where id in (
      select ${table.id} from ${table}
      where (${orphaned} or ${retryDue} or ${table.status} = 'queued') and ${only}
      order by ${sql.join([rank, ...order], sql`, `)}
      limit 1
    )
    returning id`);
  return claimed?.id ?? null;
}

/** The rows of `table` whose lease is `leaseId`: what a write of whoever holds it is bound to. */
export function heldBy(table: JobTable, held: { id: string; leaseId: string }): SQL {
  return sql`${table.id} = ${held.id} and ${table.leaseId} = ${held.leaseId}`;
}

/** Renews the lease and adds to the time spent running; false: the lease is lost. */
export function renew(
  db: Pick<Db, "run">,
  table: JobTable,
  params: { id: string; leaseId: string; now: number; activeMs: number; live: JobLive | null },
): boolean {
  const { now, activeMs, live } = params;
  return (
    db.run(sql`update ${table} set lease_expires_at = ${now + LEASE_MS}, active_ms = active_ms + ${activeMs},
        live = ${live === null ? null : JSON.stringify(live)}
      where ${heldBy(table, params)}`).changes === 1
  );
}

/** Says why a job at work makes no headway; null takes it back. False: it is no longer this worker's, or not at work. */
export function explain(
  db: Pick<Db, "run">,
  table: JobTable,
  params: { id: string; leaseId: string; reason: string | null },
): boolean {
  return (
    db.run(sql`update ${table} set status_reason = ${params.reason}
      where ${heldBy(table, params)} and ${table.status} = 'running'`).changes === 1
  );
}

/** Ends this worker's hold on the job and says how it stands; false: the lease was lost before. */
export function release(
  db: Pick<Db, "run">,
  table: JobTable,
  params: {
    id: string;
    leaseId: string;
    status: JobStatus;
    statusReason: string | null;
    retryAt: number | null;
    endedAt: number | null;
  },
): boolean {
  const { status, statusReason, retryAt, endedAt } = params;
  return (
    db.run(sql`update ${table} set status = ${status}, status_reason = ${statusReason}, retry_at = ${retryAt},
        ended_at = ${endedAt}, lease_id = null, lease_expires_at = null, live = null
      where ${heldBy(table, params)}`).changes === 1
  );
}

/** Moves a job from one of `from` to `to` at a person's word; false: it was in none of them any more. */
export function move(
  db: Pick<Db, "run">,
  table: JobTable,
  params: {
    id: string;
    from: readonly JobStatus[];
    to: JobStatus;
    statusReason: string | null;
    endedAt: number | null;
  },
): boolean {
  const { id, from, to, statusReason, endedAt } = params;
  return (
    db.run(sql`update ${table} set status = ${to}, status_reason = ${statusReason}, retry_at = null, ended_at = ${endedAt}
      where ${table.id} = ${id} and ${inArray(table.status, [...from])}`).changes === 1
  );
}

/**
 * Frees the jobs of a worker whose process is gone, so that nobody waits for their leases to run out. Lease ids
 * begin with their worker's id.
 */
export function freeLeasesOf(db: Pick<Db, "run">, table: JobTable, workerId: string): number {
  return db.run(sql`update ${table} set lease_id = null, lease_expires_at = null
    where ${table.leaseId} like ${`${workerId}/%`}`).changes;
}
