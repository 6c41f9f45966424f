import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationCalls, evaluationItems, problems, problemSets } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { badReferenceOf, gradingOf, referenceOf } from "@/server/problems/grading/grade-item";
import { getEvaluation } from "../work/lifecycle.service";
import { readRulings, readVerdicts } from "./answers.repo";
import { isRight, rulingOf } from "./is-right";
import { findItems } from "./items.service";
import type { ReadItem } from "./reading.schema";

/**
 * One item of an evaluation: the problem, how it is graded, and every answer with what each grader said of it, those of
 * the grader whose numbers are shown first. Neighbours are the items before and after it that the filter lets through.
 * @throws AppError when the evaluation has no such item
 */
export function readItem(db: Db, { evaluationId, problemId, ...filter }: ReadItem) {
  const evaluation = getEvaluation(db, evaluationId);
  const row = db
    .select({ item: evaluationItems, problem: problems, set: problemSets })
    .from(evaluationItems)
    .innerJoin(problems, eq(problems.id, evaluationItems.problemId))
    .innerJoin(problemSets, eq(problemSets.id, problems.setId))
    .where(and(eq(evaluationItems.evaluationId, evaluationId), eq(evaluationItems.problemId, problemId)))
    .get();
  if (row === undefined) {
    throw new AppError("not-found", "The evaluation has no such item.", {
      field: "problemId",
      fix: "It took other problems of the benchmark.",
    });
  }
  const { item, problem, set } = row;
  const calls = readCalls(db, { evaluationId, problemId });
  return {
    evaluation,
    item,
    problem,
    grading: {
      options: gradingOf(set, problem),
      /** Compared with instead of the file's answer, where that is known to be wrong. */
      corrected: correctedReference(set, problem),
      badReference: badReferenceOf(set, problem.externalId),
    },
    calls: calls.map(({ samples, ...call }) => ({ ...call, samples: samples.length })),
    answers: judgedAnswers(db, calls, { evaluationId, problemId, shownGrader: evaluation.scoredWith }),
    place: placeOf(db, evaluation, { problemId, ...filter }),
  };
}

function correctedReference(
  set: typeof problemSets.$inferSelect,
  problem: typeof problems.$inferSelect,
): string | null {
  const reference = referenceOf(set, problem);
  return reference === problem.answer ? null : reference;
}

function readCalls(db: Db, { evaluationId, problemId }: { evaluationId: string; problemId: string }) {
  const own = and(eq(evaluationCalls.evaluationId, evaluationId), eq(evaluationCalls.problemId, problemId));
  return db
    .select()
    .from(evaluationCalls)
    .where(own)
    .orderBy(asc(evaluationCalls.pass), asc(evaluationCalls.firstSample))
    .all();
}

function judgedAnswers(
  db: Db,
  calls: ReturnType<typeof readCalls>,
  asked: { readonly evaluationId: string; readonly problemId: string; readonly shownGrader: string },
) {
  const { evaluationId, problemId, shownGrader } = asked;
  const key = { evaluationId, problemIds: [problemId] };
  const rulings = readRulings(db, key);
  const verdicts = readVerdicts(db, key);
  const isShown = ({ graderVersion }: (typeof verdicts)[number]): boolean => graderVersion === shownGrader;
  return calls.flatMap(({ id: callId, pass, firstSample, samples }) =>
    samples.map((sample, sampleIndex) => {
      const said = verdicts
        .filter((verdict) => verdict.callId === callId && verdict.sampleIndex === sampleIndex)
        .toSorted((a, b) => Number(isShown(b)) - Number(isShown(a)));
      const shown = said.find((verdict) => isShown(verdict));
      return {
        callId,
        pass,
        sampleIndex,
        /** From 0, within the pass. */
        number: firstSample + sampleIndex,
        sample,
        verdicts: said,
        /** Null until the grader whose numbers are shown has judged it. */
        right: shown === undefined ? null : isRight(shown, rulings),
        ruling: shown === undefined ? null : rulingOf(shown, rulings),
      };
    }),
  );
}

type Place = Pick<ReadItem, "problemId"> & Parameters<typeof findItems>[2];

function placeOf(db: Db, evaluation: Parameters<typeof findItems>[1], { problemId, ...filter }: Place) {
  const { found } = findItems(db, evaluation, filter);
  const at = found.findIndex(({ tally }) => tally.problemId === problemId);
  const idAt = (index: number): string | null => found[index]?.tally.problemId ?? null;
  return {
    /** From 1 among what the filter lets through; null where that leaves the item itself out. */
    number: at === -1 ? null : at + 1,
    total: found.length,
    previousId: at === -1 ? null : idAt(at - 1),
    nextId: at === -1 ? idAt(0) : idAt(at + 1),
  };
}
