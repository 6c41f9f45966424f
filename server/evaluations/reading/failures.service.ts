import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { groupErrors, type CountedError, type PatternGroup } from "@/server/jobs/group-errors";
import { requireEvaluation } from "../work/lifecycle.service";

const EXAMPLES = 5;
/** Distinct messages looked at: an evaluation can fail in as many words as it has calls. */
const MESSAGES = 5_000;

export interface FailureExample {
  readonly callId: string;
  readonly problemId: string;
  readonly externalId: string;
  readonly message: string;
}

export interface FailureGroup extends Omit<PatternGroup, "messages"> {
  /** The newest ones. */
  readonly examples: readonly FailureExample[];
}

/**
 * The failed calls of an evaluation grouped by cause, the most frequent first.
 * @throws AppError when there is no such evaluation
 */
export function readFailures(db: Db, evaluationId: string): FailureGroup[] {
  requireEvaluation(db, evaluationId);
  const counted = db.all<CountedError>(sql`
    select coalesce(error_kind, 'unknown') kind, coalesce(error_message, '') message, count(*) count,
      max(created_at) lastAt
    from evaluation_calls where evaluation_id = ${evaluationId} and status = 'failed'
    group by 1, 2 order by lastAt desc limit ${MESSAGES}`);
  return groupErrors(counted).map(({ messages, ...group }) => ({
    ...group,
    examples: db.all<FailureExample>(sql`
      select c.id callId, c.problem_id problemId, p.external_id externalId, coalesce(c.error_message, '') message
      from evaluation_calls c join problems p on p.id = c.problem_id
      where c.evaluation_id = ${evaluationId} and c.status = 'failed'
        and coalesce(c.error_kind, 'unknown') = ${group.kind}
        and coalesce(c.error_message, '') in (select value from json_each(${JSON.stringify(messages)}))
      order by c.created_at desc, c.id desc limit ${EXAMPLES}`),
  }));
}
