/**
 * `server/evaluations/export` owns the file of an evaluation: everything that its numbers stand on, so that they can be
 * recomputed without this app (`server/evaluations/recompute.py`). It changes nothing.
 */
import type { Db } from "@/db/client";
import { badReferenceOf, referenceOf } from "@/server/problems/grading/grade-item";
import { findSet } from "@/server/problems/problem-sets.repo";
import { rulingsFor, type Rulings } from "../regrade/rulings.repo";
import type { EvaluationView } from "../evaluation-view";
import { getEvaluation } from "../work/lifecycle.service";
import { callsOfItem, listExportItems, verdictsOfItem, type CallRow, type ItemRow } from "./export.repo";

/** Raise it when a line of the file changes its meaning. */
const FORMAT = 1;

/**
 * An evaluation as JSON lines: first itself with the numbers as shown, then every answer and every failed call in the order of
 * the items, passes and samples. What comes out of one problem at a time is read at a time.
 * @throws AppError `not-found`
 */
export function* exportEvaluation(db: Db, evaluationId: string): Generator<string> {
  const evaluation = getEvaluation(db, evaluationId);
  const source = findSet(db, evaluation.benchmark.id)?.source ?? "";
  yield line(headOf(evaluation, source));
  const items = listExportItems(db, evaluationId);
  const rulings = rulingsFor(
    db,
    items.map(({ problemId }) => problemId),
  );
  for (const item of items) {
    const asked = { evaluationId, problemId: item.problemId, graderVersion: evaluation.scoredWith };
    const verdicts = new Map(
      verdictsOfItem(db, asked).map((row) => [`${row.callId}/${String(row.sampleIndex)}`, row]),
    );
    const facts = itemFacts(item, source);
    for (const call of callsOfItem(db, asked)) {
      if (call.status === "failed") yield line({ type: "failed-call", ...facts, ...failureOf(call) });
      for (const [sampleIndex, sample] of call.samples.entries()) {
        const verdict = verdicts.get(`${call.id}/${String(sampleIndex)}`) ?? null;
        const judged = judgedOf({ verdict, call, sampleIndex }, rulings);
        yield line({
          type: "sample",
          ...facts,
          pass: call.pass,
          number: call.firstSample + sampleIndex,
          response: sample.text,
          ...judged,
          graderVersion: evaluation.scoredWith,
          tokens: sample.tokens,
          finish: sample.finish,
          callId: call.id,
          sampleIndex,
        });
      }
    }
  }
}

function headOf(evaluation: EvaluationView, source: string) {
  const { id, status, model, benchmark, subset, preset, protocol, renderedPrompt, score } = evaluation;
  return {
    type: "evaluation",
    format: FORMAT,
    id,
    status,
    model,
    benchmark: { ...benchmark, source, sha256: evaluation.benchmarkSha256 },
    subset,
    itemsSha256: evaluation.itemsSha256,
    preset,
    protocol,
    renderedPrompt,
    graderAtLaunch: evaluation.graderVersion,
    grader: evaluation.scoredWith,
    score,
    startedAt: timeOf(evaluation.startedAt),
    endedAt: timeOf(evaluation.endedAt),
  };
}

function itemFacts(item: ItemRow, source: string) {
  const { problemId, externalId, position, status, level, subject, statement, answer } = item;
  return {
    problemId,
    sourceId: externalId,
    position,
    itemStatus: status,
    level,
    subject,
    problem: statement,
    answer,
    reference: referenceOf({ source }, { externalId, answer }),
    /** Its reference is known to be bad: it counts nowhere. */
    leftOut: badReferenceOf({ source }, externalId) !== null,
  };
}

function failureOf(call: CallRow) {
  const { id, pass, firstSample, samplesWanted, errorKind, errorMessage } = call;
  return { pass, firstSample, samplesWanted, errorKind, errorMessage, callId: id };
}

interface Judged {
  readonly verdict: ReturnType<typeof verdictsOfItem>[number] | null;
  readonly call: CallRow;
  readonly sampleIndex: number;
}

/** What the grader said, and whether a person settled it otherwise; nulls where the grader has not seen it. */
function judgedOf({ verdict, call, sampleIndex }: Judged, rulings: Rulings) {
  if (verdict === null) {
    return { extracted: null, verdict: null, rule: null, correct: null, settled: false };
  }
  const { extracted, rule } = verdict;
  const ruled = rulings({ problemId: call.problemId, extracted, callId: call.id, sampleIndex });
  return {
    extracted,
    verdict: verdict.verdict,
    rule,
    correct: ruled ?? verdict.verdict === "correct",
    settled: ruled !== null,
  };
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
