import { customType, integer, text } from "drizzle-orm/sqlite-core";
import type { JobLive } from "@/server/jobs/jobs.schema";

/** Milliseconds since the epoch, the one form of time in the database. */
export const millis = (name: string) => integer(name, { mode: "number" });

/** JSON that is brought up to date when read: `parse` gives what an older version did not know its default. */
export const parsedJson = <T>(name: string, parse: (stored: unknown) => T) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => parse(JSON.parse(stored)),
  })(name);

/** What every table of long work has: its state, and the lease by which one worker holds it (`server/jobs`). */
export const jobColumns = <const Status extends string>(statuses: readonly [Status, ...Status[]]) => ({
  status: text("status", { enum: statuses }).notNull(),
  /** Why it is paused, and when it will be tried again, in plain words. */
  statusReason: text("status_reason"),
  /** A pause for an engine that is down ends by itself at this time. */
  retryAt: millis("retry_at"),
  /** Whoever holds this id may write to the job; every write names it in its WHERE. */
  leaseId: text("lease_id"),
  leaseExpiresAt: millis("lease_expires_at"),
  startedAt: millis("started_at"),
  endedAt: millis("ended_at"),
  /** Milliseconds spent running, over all restarts. */
  activeMs: integer("active_ms").notNull().default(0),
  /** Null unless a worker is at it. */
  live: text("live", { mode: "json" }).$type<JobLive>(),
});
