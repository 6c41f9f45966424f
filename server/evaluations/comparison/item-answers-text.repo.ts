import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { FinishReason } from "@/server/sphere/io";
import type { PassName } from "../evaluations.schema";

export interface AnswerTextRow {
  readonly pass: PassName;
  readonly number: number;
  readonly callId: string;
  readonly sampleIndex: number;
  readonly text: string;
  readonly tokens: number;
  readonly finish: FinishReason;
  readonly verdict: string | null;
  readonly extracted: string | null;
  readonly rule: string | null;
}

interface Asked {
  readonly evaluationId: string;
  readonly problemId: string;
  readonly graderVersion: string;
}

/** Every answer of an evaluation to one problem, whole, as one grader sees it. */
export function answerTexts(db: Db, { evaluationId, problemId, graderVersion }: Asked): AnswerTextRow[] {
  return db.all<AnswerTextRow>(sql`
    select c.pass, c.first_sample + s.key number, c.id callId, s.key sampleIndex, s.value ->> 'text' text,
      s.value ->> 'tokens' tokens, s.value ->> 'finish' finish, v.verdict, v.extracted, v.rule
    from evaluation_calls c, json_each(c.samples) s
    left join evaluation_verdicts v on v.call_id = c.id and v.sample_index = s.key
      and v.grader_version = ${graderVersion}
    where c.evaluation_id = ${evaluationId} and c.problem_id = ${problemId}
    order by c.pass, number`);
}

/** Why an item has a call that failed lastingly; null where it has none. */
export function itemError(db: Db, { evaluationId, problemId }: Omit<Asked, "graderVersion">): string | null {
  const [row] = db.all<{ error: string }>(sql`
    select coalesce(error, 'A call failed.') error from evaluation_items
    where evaluation_id = ${evaluationId} and problem_id = ${problemId} and status = 'failed'`);
  return row?.error ?? null;
}
