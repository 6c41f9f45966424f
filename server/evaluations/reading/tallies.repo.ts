import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { badReferenceOf } from "@/server/problems/grading/grade-item";
import type { ItemStatus, PassName } from "../evaluations.schema";
import { answerKeyOf } from "../regrade/answer-key";
import type { ItemTally } from "./outcomes";
import { rulingsInForce } from "./rulings-in-force";

interface TallyRow {
  readonly problemId: string;
  readonly position: number;
  readonly status: ItemStatus;
  readonly answers: number;
  readonly right: number;
  readonly noAnswer: number;
  readonly source: string;
  readonly externalId: string;
}

interface TallyParams {
  readonly evaluationId: string;
  readonly graderVersion: string;
  readonly pass: PassName | null;
  readonly level: string | null;
  readonly subject: string | null;
  readonly text: string;
  /** Looks through every text, so that it is asked for by name. */
  readonly withTruncated: boolean;
}

/** The items that the filter lets through, in their order, with what the grader said of their answers. */
export function readTallies(db: Db, params: TallyParams): ItemTally[] {
  const { evaluationId, graderVersion, pass } = params;
  const rows = db.all<TallyRow>(sql`
    with rulings as (${rulingsInForce(evaluationId)}),
    tallied as (
      select v.problem_id, count(*) answers, sum(coalesce(r.correct, v.verdict = 'correct')) "right",
        sum(v.verdict = 'no-answer') no_answer
      from evaluation_verdicts v
      ${pass === null ? sql`` : sql`join evaluation_calls c on c.id = v.call_id and c.pass = ${pass}`}
      left join rulings r on r.problem_id = v.problem_id and r.answer = ${answerKeyOf(sql`v`)}
      where v.evaluation_id = ${evaluationId} and v.grader_version = ${graderVersion}
      group by v.problem_id
    )
    select i.problem_id problemId, i.position, i.status, coalesce(t.answers, 0) answers,
      coalesce(t."right", 0) "right", coalesce(t.no_answer, 0) noAnswer,
      p.external_id externalId, s.source
    from evaluation_items i
    join problems p on p.id = i.problem_id
    join problem_sets s on s.id = p.set_id
    left join tallied t on t.problem_id = i.problem_id
    where i.evaluation_id = ${evaluationId} and ${filterOf(params)}
    order by i.position`);
  const truncated = params.withTruncated ? problemsOf(db, truncatedAnswers(evaluationId, pass)) : null;
  const differ = hasSeveralGraders(db, evaluationId)
    ? problemsOf(db, contestedAnswers(evaluationId, pass))
    : null;
  return rows.map(({ source, externalId, ...row }) => ({
    ...row,
    leftOut: badReferenceOf({ source }, externalId) !== null,
    truncated: truncated?.has(row.problemId) ?? false,
    gradersDiffer: differ?.has(row.problemId) ?? false,
  }));
}

function filterOf({ level, subject, text }: TallyParams): SQL {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const parts = [
    level === null ? null : sql`p.level = ${level}`,
    subject === null ? null : sql`p.subject = ${subject}`,
    text === ""
      ? null
      : sql`(p.statement like ${pattern} escape '\\' or p.answer like ${pattern} escape '\\'
          or p.external_id like ${pattern} escape '\\')`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

function problemsOf(db: Db, query: SQL): ReadonlySet<string> {
  return new Set(db.all<{ problemId: string }>(query).map(({ problemId }) => problemId));
}

const ofPass = (pass: PassName | null): SQL => (pass === null ? sql`true` : sql`c.pass = ${pass}`);

/** A quote inside a text is escaped in JSON, so that only a sample's own end can read like this. */
const truncatedAnswers = (evaluationId: string, pass: PassName | null): SQL => sql`
  select distinct c.problem_id problemId from evaluation_calls c
  where c.evaluation_id = ${evaluationId} and c.generated_tokens >= c.max_tokens and ${ofPass(pass)}
    and instr(c.samples, '"finish":"length"') > 0`;

function hasSeveralGraders(db: Db, evaluationId: string): boolean {
  const end = (which: "min" | "max"): SQL =>
    sql`(select ${sql.raw(which)}(grader_version) from evaluation_verdicts where evaluation_id = ${evaluationId})`;
  return db.get<{ several: number }>(sql`select ${end("min")} < ${end("max")} several`).several === 1;
}

/** Answers that one grader holds right and another does not. */
const contestedAnswers = (evaluationId: string, pass: PassName | null): SQL => sql`
  select distinct v.problem_id problemId from evaluation_verdicts v
  join evaluation_calls c on c.id = v.call_id
  where v.evaluation_id = ${evaluationId} and ${ofPass(pass)}
  group by v.call_id, v.sample_index
  having count(distinct v.verdict = 'correct') > 1`;

/** Levels and subjects of an evaluation's items, for the filter. */
export function readItemFacets(db: Db, evaluationId: string) {
  const distinct = (column: SQL): string[] =>
    db
      .all<{ value: string }>(
        sql`select distinct ${column} value from evaluation_items i join problems p on p.id = i.problem_id
          where i.evaluation_id = ${evaluationId} and ${column} is not null order by 1`,
      )
      .map(({ value }) => value);
  return { levels: distinct(sql`p.level`), subjects: distinct(sql`p.subject`) };
}
