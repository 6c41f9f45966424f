import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { preparedOnce } from "@/db/prepared";
import { calls, prompts, runs, type JournalSample } from "@/db/schema";
import type { ChatMessage } from "@/server/sphere/io";
import { appendEvent, type NewRunEvent } from "./events.repo";
import { LeaseLostError } from "@/server/jobs/lease.repo";

/** What replay needs of a finished call. */
export interface JournalEntry {
  readonly id: string;
  readonly samples: readonly JournalSample[];
}

const statements = preparedOnce((db) => {
  const value = sql.placeholder;
  return {
    read: db
      .select({ id: calls.id, samples: calls.samples })
      .from(calls)
      .where(and(eq(calls.runId, value("runId")), eq(calls.problemId, value("problemId"))))
      .prepare(),
    count: db
      .update(runs)
      .set({
        callCount: sql`${runs.callCount} + 1`,
        failedCallCount: sql`${runs.failedCallCount} + ${value("failed")}`,
        promptTokens: sql`${runs.promptTokens} + ${value("promptTokens")}`,
        generatedTokens: sql`${runs.generatedTokens} + ${value("generatedTokens")}`,
      })
      .where(and(eq(runs.id, value("runId")), eq(runs.leaseId, value("leaseId"))))
      .returning({ generatedTokens: runs.generatedTokens })
      .prepare(),
    addPrompt: db
      .insert(prompts)
      .values({ hash: value("hash"), messages: value("messages") })
      .onConflictDoNothing()
      .prepare(),
    addCall: db
      .insert(calls)
      .values({
        id: value("id"),
        runId: value("runId"),
        problemId: value("problemId"),
        stage: value("stage"),
        purpose: value("purpose"),
        role: value("role"),
        modelId: value("modelId"),
        promptHash: value("promptHash"),
        prefix: value("prefix"),
        depth: value("depth"),
        samplesWanted: value("samplesWanted"),
        temperature: value("temperature"),
        topP: value("topP"),
        maxTokens: value("maxTokens"),
        stop: value("stop"),
        ordinal: value("ordinal"),
        status: value("status"),
        errorKind: value("errorKind"),
        errorMessage: value("errorMessage"),
        samples: value("samples"),
        promptTokens: value("promptTokens"),
        generatedTokens: value("generatedTokens"),
        durationMs: value("durationMs"),
        createdAt: value("createdAt"),
      })
      .prepare(),
  };
});

/** Every finished call of one problem, by id: one read, then replay is at memory speed. */
export function readJournal(db: Db, params: { runId: string; problemId: string }): Map<string, JournalEntry> {
  return new Map(
    statements(db)
      .read.all(params)
      .map((row) => [row.id, row]),
  );
}

/**
 * Records a finished call, its tokens on the run's counters, and the event that tells of it, in one
 * transaction.
 * @throws LeaseLostError when another worker holds the run; nothing is written then
 */
export function recordCall(
  db: Db,
  params: {
    leaseId: string;
    call: typeof calls.$inferSelect;
    messages: readonly ChatMessage[];
    event: NewRunEvent | null;
  },
): void {
  const { leaseId, call, messages, event } = params;
  const { count, addPrompt, addCall } = statements(db);
  db.transaction(
    (tx) => {
      const failed = call.status === "failed" ? 1 : 0;
      if (count.all({ ...call, leaseId, failed }).length === 0) throw new LeaseLostError(call.runId);
      addPrompt.run({ hash: call.promptHash, messages });
      addCall.run(call);
      if (event !== null) appendEvent(tx, event, call.createdAt);
    },
    { behavior: "immediate" },
  );
}
