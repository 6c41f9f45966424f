import { setImmediate } from "node:timers/promises";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { scoreEvaluation } from "../work/score-evaluation";
import { lacksVerdicts } from "./coverage.repo";
import type { EvaluationGrader } from "./evaluation-grader";
import {
  askForRescore,
  insertVerdicts,
  itemsToGrade,
  rescoreDone,
  ungradedSamples,
  type ItemRow,
} from "./rescore.repo";
import { countRulings } from "./rulings.repo";

/** Answers graded before other work gets its turn. */
const ANSWERS_AT_ONCE = 16;

export interface RescoreDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly grader: EvaluationGrader;
}

/**
 * Does what was asked of one evaluation: judges the answers that the grader has not judged, then makes its numbers. No verdict is
 * ever changed. Every batch is stored as it is made, so a process that is killed loses nothing, and two that do the same
 * do no harm. Under an older grader (a ruling came on numbers that nobody re-scored) nothing is judged: only the numbers are
 * made anew. Where the older grader is one that never got through, the newer takes its place.
 * @returns whether the numbers are made
 */
export async function rescoreEvaluation(
  deps: RescoreDeps,
  asked: { readonly id: string; readonly rescoreTo: string },
  signal: AbortSignal,
): Promise<boolean> {
  const { db, clock, grader } = deps;
  const { id, rescoreTo } = asked;
  if (rescoreTo === grader.version) await judge(deps, id, signal);
  else if (lacksVerdicts(db, { evaluationId: id, graderVersion: rescoreTo })) {
    askForRescore(db, { ids: [id], graderVersion: grader.version });
    return false;
  }
  if (signal.aborted) return false;
  const rulings = countRulings(db);
  scoreEvaluation(db, id, { graderVersion: rescoreTo, now: clock.now() });
  return rescoreDone(db, { id, rescoreTo, rulings });
}

async function judge({ db, grader }: RescoreDeps, evaluationId: string, signal: AbortSignal): Promise<void> {
  for (const item of itemsToGrade(db, evaluationId)) {
    const of = { evaluationId, problemId: item.problemId, graderVersion: grader.version };
    const samples = ungradedSamples(db, of);
    for (let at = 0; at < samples.length; at += ANSWERS_AT_ONCE) {
      if (signal.aborted) return;
      const some = samples.slice(at, at + ANSWERS_AT_ONCE);
      const graded = some.map(({ text, ...sample }) => ({ ...sample, ...grader.grade(toGrade(item), text) }));
      insertVerdicts(db, of, graded);
      await setImmediate();
    }
  }
}

function toGrade({ source, externalId, answer, grading }: ItemRow) {
  return { set: { source }, problem: { externalId, answer, grading } };
}
