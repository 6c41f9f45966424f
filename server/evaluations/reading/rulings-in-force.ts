import { sql, type SQL } from "drizzle-orm";

/**
 * The rulings that count for an evaluation's items: of each problem and answer the newest, unless it takes an earlier one
 * back. Columns `problem_id`, `answer`, `correct`, `reason`, `actor_id`, `at`.
 */
export function rulingsInForce(evaluationId: string): SQL {
  return sql`
    select problem_id, answer, correct, reason, actor_id, at from (
      select r.*, row_number() over (partition by r.problem_id, r.answer order by r.at desc, r.rowid desc) newest
      from answer_rulings r
      where r.problem_id in (select problem_id from evaluation_items where evaluation_id = ${evaluationId})
    ) where newest = 1 and correct is not null`;
}
