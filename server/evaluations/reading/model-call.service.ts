import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationCalls, problems, prompts } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { withStatement } from "../prompt";
import { getEvaluation } from "../work/lifecycle.service";
import { readRulings, readVerdicts } from "./answers.repo";
import { isRight, rulingOf } from "./is-right";
import type { ReadModelCall } from "./reading.schema";

/**
 * One model call of an evaluation: what was sent, every text that came back, and what the grader said of each.
 * @throws AppError when the evaluation has no such call
 */
export function readModelCall(db: Db, { evaluationId, callId }: ReadModelCall) {
  const evaluation = getEvaluation(db, evaluationId);
  const found = db
    .select({ call: evaluationCalls, messages: prompts.messages, problem: problems })
    .from(evaluationCalls)
    .innerJoin(prompts, eq(prompts.hash, evaluationCalls.promptHash))
    .innerJoin(problems, eq(problems.id, evaluationCalls.problemId))
    .where(and(eq(evaluationCalls.id, callId), eq(evaluationCalls.evaluationId, evaluationId)))
    .get();
  if (found === undefined) {
    throw new AppError("not-found", "The evaluation has no such model call.", {
      field: "callId",
      fix: "A failed call is forgotten once it is tried again; the event log keeps it.",
    });
  }
  const { call, messages, problem } = found;
  const key = { evaluationId, problemIds: [problem.id] };
  const rulings = readRulings(db, key);
  return {
    evaluation,
    call,
    messages,
    problem: { id: problem.id, externalId: problem.externalId, statement: problem.statement },
    /** What the model read, chat template and all: the evaluation's own with this statement in its place. */
    renderedPrompt:
      evaluation.renderedPrompt === null ? null : withStatement(evaluation.renderedPrompt, problem.statement),
    verdicts: readVerdicts(db, key)
      .filter((verdict) => verdict.callId === callId && verdict.graderVersion === evaluation.scoredWith)
      .map((verdict) => ({
        ...verdict,
        right: isRight(verdict, rulings),
        ruling: rulingOf(verdict, rulings),
      })),
  };
}
