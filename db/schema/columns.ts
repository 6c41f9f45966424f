import { customType, integer, real, text } from "drizzle-orm/sqlite-core";
import { CALL_STATUSES, JOB_STATUSES, type JobLive } from "@/server/jobs/jobs.schema";
import type { FinishReason } from "@/server/sphere/io";

/** Milliseconds since the epoch, the one form of time in the database. */
export const millis = (name: string) => integer(name, { mode: "number" });

/** JSON that is brought up to date when read: `parse` gives what an older version did not know its default. */
export const parsedJson = <T>(name: string, parse: (stored: unknown) => T) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => parse(JSON.parse(stored)),
  })(name);

/** What every table of long work has: its state, the lease by which one worker holds it (`server/jobs`), and what its calls took. */
export const jobColumns = () => ({
  status: text("status", { enum: JOB_STATUSES }).notNull(),
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
  callCount: integer("call_count").notNull().default(0),
  failedCallCount: integer("failed_call_count").notNull().default(0),
  promptTokens: integer("prompt_tokens").notNull().default(0),
  generatedTokens: integer("generated_tokens").notNull().default(0),
});

/** One sample as a journal keeps it. */
export interface JournalSample {
  readonly text: string;
  readonly tokens: number;
  readonly meanLogprob: number | null;
  readonly finish: FinishReason;
}

/** What every journal says of a finished call: how much was asked for, and what came of it. */
export const callColumns = () => ({
  samplesWanted: integer("samples_wanted").notNull(),
  temperature: real("temperature").notNull(),
  topP: real("top_p").notNull(),
  maxTokens: integer("max_tokens").notNull(),
  status: text("status", { enum: CALL_STATUSES }).notNull(),
  /** Kind and message of a lasting failure of this one call. */
  errorKind: text("error_kind"),
  errorMessage: text("error_message"),
  samples: text("samples", { mode: "json" }).$type<readonly JournalSample[]>().notNull(),
  promptTokens: integer("prompt_tokens").notNull(),
  generatedTokens: integer("generated_tokens").notNull(),
  /** From sending to the last token, retries included. */
  durationMs: integer("duration_ms").notNull(),
  createdAt: millis("created_at").notNull(),
});
