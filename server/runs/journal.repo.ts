import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calls, prompts, runs, type JournalSample } from "@/db/schema";
import type { ChatMessage } from "@/server/sphere/io";
import { appendEvent, type NewRunEvent } from "./events.repo";
import { LeaseLostError } from "./lifecycle.repo";

/** What replay needs of a finished call. */
export interface JournalEntry {
  readonly id: string;
  readonly samples: readonly JournalSample[];
}

/** Every finished call of one problem, by id: one read, then replay is at memory speed. */
export function readJournal(db: Db, params: { runId: string; problemId: string }): Map<string, JournalEntry> {
  const rows = db
    .select({ id: calls.id, samples: calls.samples })
    .from(calls)
    .where(and(eq(calls.runId, params.runId), eq(calls.problemId, params.problemId)))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Records a finished call, its tokens on the run's counters, and the event that tells of it, in one
 * transaction.
 * @returns the run's generated tokens so far
 * @throws LeaseLostError when another worker holds the run; nothing is written then
 */
export function recordCall(
  db: Db,
  params: {
    leaseId: string;
    call: typeof calls.$inferInsert;
    messages: readonly ChatMessage[];
    event: NewRunEvent | null;
  },
): number {
  const { leaseId, call, messages, event } = params;
  return db.transaction(
    (tx) => {
      const [run] = tx
        .update(runs)
        .set({
          callCount: sql`${runs.callCount} + 1`,
          failedCallCount: sql`${runs.failedCallCount} + ${call.status === "failed" ? 1 : 0}`,
          promptTokens: sql`${runs.promptTokens} + ${call.promptTokens}`,
          generatedTokens: sql`${runs.generatedTokens} + ${call.generatedTokens}`,
        })
        .where(and(eq(runs.id, call.runId), eq(runs.leaseId, leaseId)))
        .returning({ generatedTokens: runs.generatedTokens })
        .all();
      if (run === undefined) throw new LeaseLostError(call.runId);
      tx.insert(prompts).values({ hash: call.promptHash, messages }).onConflictDoNothing().run();
      tx.insert(calls).values(call).run();
      if (event !== null) appendEvent(tx, event, call.createdAt);
      return run.generatedTokens;
    },
    { behavior: "immediate" },
  );
}
