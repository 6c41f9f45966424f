import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { EngineError, type GenerateResult } from "@/server/models/engine";
import type { AskedModel } from "@/server/models/opened-model";
import { promptHash } from "@/server/models/prompt-hash";
import { gradeItem } from "@/server/problems/grading/grade-item";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { messagesFor } from "../prompt";
import { finishItem, startItem, type OpenItem } from "./items.repo";
import { readItemJournal, recordAnswers, type CallEnd } from "./journal.repo";
import type { ClaimedEvaluation } from "./lifecycle.repo";
import { evaluationCallId, plannedCalls, requestKey, type PlannedCall } from "./planned-calls";

export interface AnswerDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly model: AskedModel;
  /** Source of the benchmark: its grading rules go by it. */
  readonly source: string;
  /** Ends every call that still waits. */
  readonly signal: AbortSignal;
}

/**
 * Has the model answer one item as the protocol says. A call that the journal holds is not asked again; any other goes to
 * the dispatcher once, and is graded and recorded before anything else happens with it. A lasting failure of one
 * call fails the item, once its other calls are over.
 * @throws EngineError when the engine is down, LeaseLostError when another worker holds the evaluation
 */
export async function answerItem(
  deps: AnswerDeps,
  claimed: ClaimedEvaluation,
  item: OpenItem,
): Promise<void> {
  const { db, clock, signal } = deps;
  const { id: evaluationId, protocol } = claimed.evaluation;
  const problemId = item.problem.id;
  signal.throwIfAborted();
  startItem(db, claimed, problemId);
  const recorded = readItemJournal(db, { evaluationId, problemId });
  const messages = messagesFor(protocol.prompt, item.problem.statement);
  const hash = promptHash(messages);
  const ends = await Promise.all(
    plannedCalls(protocol).map(
      async (call) =>
        recorded.get(evaluationCallId(evaluationId, problemId, call)) ??
        (await ask(deps, claimed, { item, call, messages, hash })),
    ),
  );
  signal.throwIfAborted();
  const failure = ends.find(({ status }) => status === "failed");
  const error = failure === undefined ? null : (failure.errorMessage ?? "A call failed.");
  finishItem(db, claimed, { problemId, error, now: clock.now() });
}

interface Question {
  readonly item: OpenItem;
  readonly call: PlannedCall;
  readonly messages: ReturnType<typeof messagesFor>;
  readonly hash: string;
}

async function ask(
  deps: AnswerDeps,
  claimed: ClaimedEvaluation,
  { item, call, messages, hash }: Question,
): Promise<CallEnd> {
  const { db, clock, model, signal } = deps;
  const { evaluation, leaseId } = claimed;
  const started = clock.now();
  const answer = await model.dispatcher
    .submit(
      {
        key: requestKey(evaluation.protocol.seed, hash, call),
        messages,
        prefix: "",
        n: call.samples,
        sampling: call.sampling,
      },
      { tenant: evaluation.id, depth: 0, problemPosition: item.position, signal },
    )
    .catch((error: unknown) => {
      if (model.health.isFaultOfOneCall(error, started)) return error;
      throw error;
    });
  signal.throwIfAborted();
  const now = clock.now();
  if (!(answer instanceof EngineError)) model.health.answered(now);
  const row = callRow(evaluation.id, { item, call, hash, answer, now, durationMs: now - started });
  const graded = { set: { source: deps.source }, problem: item.problem };
  recordAnswers(db, {
    leaseId,
    messages,
    call: row,
    graderVersion: EVALUATION_GRADER,
    grades: row.samples.map(({ text }) => gradeItem(graded, text)),
    event:
      answer instanceof EngineError
        ? {
            evaluationId: evaluation.id,
            problemId: item.problem.id,
            level: "warning",
            kind: "call-failed",
            message: `A ${call.pass} call failed (${answer.kind}): ${answer.message}`,
          }
        : null,
  });
  return row;
}

function callRow(
  evaluationId: string,
  asked: Omit<Question, "messages"> & {
    readonly answer: GenerateResult | EngineError;
    readonly now: number;
    readonly durationMs: number;
  },
) {
  const { item, call, hash, answer, now, durationMs } = asked;
  const failed = answer instanceof EngineError;
  const samples = failed ? [] : answer.generations;
  const { temperature, topP, maxTokens } = call.sampling;
  return {
    id: evaluationCallId(evaluationId, item.problem.id, call),
    evaluationId,
    problemId: item.problem.id,
    pass: call.pass,
    firstSample: call.firstSample,
    samplesWanted: call.samples,
    promptHash: hash,
    temperature,
    topP,
    maxTokens,
    status: failed ? ("failed" as const) : ("ok" as const),
    errorKind: failed ? answer.kind : null,
    errorMessage: failed ? answer.message : null,
    samples,
    promptTokens: failed ? 0 : answer.promptTokens,
    generatedTokens: samples.reduce((sum, { tokens }) => sum + tokens, 0),
    durationMs,
    createdAt: now,
  };
}
