import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { FinishReason } from "@/server/sphere/io";
import type { PassName } from "../evaluations.schema";
import { rulingsInForce } from "./rulings-in-force";

/** One answer of a call, without its text. */
export interface AnswerRow {
  readonly problemId: string;
  readonly pass: PassName;
  readonly callId: string;
  /** 0-based place in the call's samples. */
  readonly sampleIndex: number;
  /** 0-based number within the pass. */
  readonly number: number;
  readonly tokens: number;
  readonly finish: FinishReason;
}

/** The answers to some of an evaluation's problems, in the order in which they were asked for. */
export function readAnswers(
  db: Db,
  params: { evaluationId: string; problemIds: readonly string[] },
): AnswerRow[] {
  return db.all<AnswerRow>(sql`
    select c.problem_id problemId, c.pass, c.id callId, s.key sampleIndex, c.first_sample + s.key number,
      s.value ->> 'tokens' tokens, s.value ->> 'finish' finish
    from evaluation_calls c, json_each(c.samples) s
    where c.evaluation_id = ${params.evaluationId}
      and c.problem_id in (select value from json_each(${JSON.stringify(params.problemIds)}))
    order by c.problem_id, c.pass, number`);
}

export interface VerdictRow {
  readonly callId: string;
  readonly sampleIndex: number;
  readonly problemId: string;
  readonly graderVersion: string;
  readonly verdict: string;
  readonly extracted: string | null;
  readonly rule: string;
}

/** What every grader said of the answers to some of an evaluation's problems. */
export function readVerdicts(
  db: Db,
  params: { evaluationId: string; problemIds: readonly string[] },
): VerdictRow[] {
  return db.all<VerdictRow>(sql`
    select v.call_id callId, v.sample_index sampleIndex, v.problem_id problemId, v.grader_version graderVersion,
      v.verdict, v.extracted, v.rule
    from evaluation_verdicts v
    where v.evaluation_id = ${params.evaluationId}
      and v.problem_id in (select value from json_each(${JSON.stringify(params.problemIds)}))`);
}

/** What a person settled of one answer, for every model alike. */
export interface RulingRow {
  readonly problemId: string;
  readonly answer: string;
  readonly correct: boolean;
  readonly reason: string;
  readonly actorName: string | null;
  readonly at: number;
}

/** What people ruled of the answers of some problems: by problem, then by `answerKey`. */
export type Rulings = ReadonlyMap<string, ReadonlyMap<string, RulingRow>>;

/** The rulings in force of some of an evaluation's problems. */
export function readRulings(
  db: Db,
  params: { evaluationId: string; problemIds: readonly string[] },
): Rulings {
  const rows = db.all<Omit<RulingRow, "correct"> & { readonly correct: number }>(sql`
    select r.problem_id problemId, r.answer, r.correct, r.reason, u.name actorName, r.at
    from (${rulingsInForce(params.evaluationId)}) r
    left join users u on u.id = r.actor_id
    where r.problem_id in (select value from json_each(${JSON.stringify(params.problemIds)}))`);
  const byProblem = new Map<string, Map<string, RulingRow>>();
  for (const row of rows) {
    const own = byProblem.get(row.problemId) ?? new Map<string, RulingRow>();
    own.set(row.answer, { ...row, correct: row.correct === 1 });
    byProblem.set(row.problemId, own);
  }
  return byProblem;
}
