import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { preparedOnce } from "@/db/prepared";
import { evaluationCalls, evaluations, evaluationVerdicts, prompts } from "@/db/schema";
import { LeaseLostError } from "@/server/jobs/lease.repo";
import type { Grade } from "@/server/math";
import type { ChatMessage } from "@/server/sphere/io";
import { appendEvaluationEvent, type NewEvaluationEvent } from "./events.repo";

export type EvaluationCall = typeof evaluationCalls.$inferSelect;

/** How a recorded call ended. */
export type CallEnd = Pick<EvaluationCall, "status" | "errorMessage">;

const statements = preparedOnce((db) => {
  const value = sql.placeholder;
  return {
    read: db
      .select({
        id: evaluationCalls.id,
        status: evaluationCalls.status,
        errorMessage: evaluationCalls.errorMessage,
      })
      .from(evaluationCalls)
      .where(
        and(
          eq(evaluationCalls.evaluationId, value("evaluationId")),
          eq(evaluationCalls.problemId, value("problemId")),
        ),
      )
      .prepare(),
    count: db
      .update(evaluations)
      .set({
        callCount: sql`${evaluations.callCount} + 1`,
        failedCallCount: sql`${evaluations.failedCallCount} + ${value("failed")}`,
        promptTokens: sql`${evaluations.promptTokens} + ${value("promptTokens")}`,
        generatedTokens: sql`${evaluations.generatedTokens} + ${value("generatedTokens")}`,
      })
      .where(and(eq(evaluations.id, value("evaluationId")), eq(evaluations.leaseId, value("leaseId"))))
      .returning({ id: evaluations.id })
      .prepare(),
    addPrompt: db
      .insert(prompts)
      .values({ hash: value("hash"), messages: value("messages") })
      .onConflictDoNothing()
      .prepare(),
  };
});

/** The calls about one problem that are on record, by id. */
export function readItemJournal(
  db: Db,
  params: { evaluationId: string; problemId: string },
): ReadonlyMap<string, CallEnd> {
  return new Map(
    statements(db)
      .read.all(params)
      .map((row) => [row.id, row]),
  );
}

/**
 * Records a finished call, what the grader said of its samples, its tokens on the evaluation's counters, and the event that
 * tells of it, in one transaction.
 * @throws LeaseLostError when another worker holds the evaluation; nothing is written then
 */
export function recordAnswers(
  db: Db,
  params: {
    leaseId: string;
    call: EvaluationCall;
    messages: readonly ChatMessage[];
    graderVersion: string;
    /** One a sample, in their order. */
    grades: readonly Grade[];
    event: NewEvaluationEvent | null;
  },
): void {
  const { leaseId, call, messages, graderVersion, grades, event } = params;
  const { id: callId, evaluationId, problemId } = call;
  const { count, addPrompt } = statements(db);
  db.transaction(
    (tx) => {
      const failed = call.status === "failed" ? 1 : 0;
      if (count.all({ ...call, leaseId, failed }).length === 0) throw new LeaseLostError(evaluationId);
      addPrompt.run({ hash: call.promptHash, messages });
      tx.insert(evaluationCalls).values(call).run();
      const verdicts = grades.map(({ verdict, extracted, rule }, sampleIndex) => ({
        callId,
        sampleIndex,
        graderVersion,
        evaluationId,
        problemId,
        verdict,
        extracted,
        rule,
      }));
      if (verdicts.length > 0) tx.insert(evaluationVerdicts).values(verdicts).run();
      if (event !== null) appendEvaluationEvent(tx, event, call.createdAt);
    },
    { behavior: "immediate" },
  );
}
