import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { grouped } from "@/server/foundation/grouped";
import { evaluations, problemSets } from "@/db/schema";
import { badReferenceOf } from "@/server/problems/grading/grade-item";
import type { FinishReason } from "@/server/sphere/io";
import type { ItemStatus, PassName } from "../evaluations.schema";
import { rulingsFor } from "../regrade/rulings.repo";
import type { AnswerResult, ItemAnswers } from "../scoring/item-answers";

/** What the numbers of an evaluation stand on. */
export interface GradedItems {
  /** Items that are done or failed, in order, but for those left out. */
  readonly items: readonly ItemAnswers[];
  /** Items among those done or failed whose reference is known to be bad. */
  readonly leftOut: number;
  /** Answers whose verdict a person settled. */
  readonly settled: number;
}

interface Asked {
  readonly evaluationId: string;
  readonly graderVersion: string;
}

/**
 * The answers of an evaluation's items as graded by one grader, with what people ruled; of an evaluation at work, the
 * items that are over so far. Items whose reference is known to be bad are left out, and those that the grader has not
 * seen yet.
 */
export function readItemAnswers(db: Db, asked: Asked): readonly ItemAnswers[] {
  return readGradedItems(db, asked).items;
}

/** The same with what is counted beside it. */
export function readGradedItems(db: Db, asked: Asked): GradedItems {
  const evaluation = db
    .select({ protocol: evaluations.protocol, source: problemSets.source })
    .from(evaluations)
    .innerJoin(problemSets, eq(problemSets.id, evaluations.problemSetId))
    .where(eq(evaluations.id, asked.evaluationId))
    .get();
  if (evaluation === undefined) return { items: [], leftOut: 0, settled: 0 };
  const { protocol, source } = evaluation;
  const over = readOver(db, asked.evaluationId);
  const scored = over.filter(({ externalId }) => badReferenceOf({ source }, externalId) === null);
  const answers = readAnswers(db, asked);
  const rulings = rulingsFor(
    db,
    scored.map(({ problemId }) => problemId),
  );
  let settled = 0;

  function result(row: AnswerRow): AnswerResult {
    const { extracted } = row;
    const ruled = rulings(row);
    if (ruled !== null) settled += 1;
    return {
      correct: ruled ?? row.verdict === "correct",
      extracted,
      noAnswer: row.verdict === "no-answer",
      truncated: row.finish === "length",
      tokens: row.tokens,
    };
  }

  const items = scored.flatMap(({ problemId, status }): ItemAnswers[] => {
    const own = answers.get(problemId) ?? [];
    if (own.length === 0 && status === "done") return [];
    const of = (pass: PassName): AnswerResult[] => own.filter((row) => row.pass === pass).map(result);
    return [
      {
        problemId,
        greedy: protocol.greedy ? of("greedy") : null,
        sampled: protocol.sampled === null ? null : of("sampled"),
        failed: status === "failed",
      },
    ];
  });
  return { items, leftOut: over.length - scored.length, settled };
}

interface OverItem {
  readonly problemId: string;
  readonly status: ItemStatus;
  readonly externalId: string;
}

function readOver(db: Db, evaluationId: string): OverItem[] {
  return db.all<OverItem>(sql`
    select i.problem_id problemId, i.status, p.external_id externalId
    from evaluation_items i join problems p on p.id = i.problem_id
    where i.evaluation_id = ${evaluationId} and i.status in ('done', 'failed')
    order by i.position`);
}

interface AnswerRow {
  readonly problemId: string;
  readonly pass: PassName;
  readonly verdict: string;
  readonly extracted: string | null;
  readonly finish: FinishReason;
  readonly tokens: number;
  readonly callId: string;
  readonly sampleIndex: number;
}

/** In the order in which they were asked for, by problem. SQLite takes the texts apart, and keeps them to itself. */
function readAnswers(db: Db, { evaluationId, graderVersion }: Asked): Map<string, AnswerRow[]> {
  const rows = db.all<AnswerRow>(sql`
    select c.problem_id problemId, c.pass, v.verdict, v.extracted, s.value ->> 'finish' finish,
      s.value ->> 'tokens' tokens, c.id callId, s.key sampleIndex
    from evaluation_calls c, json_each(c.samples) s
    join evaluation_verdicts v on v.call_id = c.id and v.sample_index = s.key
      and v.grader_version = ${graderVersion}
    where c.evaluation_id = ${evaluationId}
    order by c.problem_id, c.pass, c.first_sample, s.key`);
  return grouped(rows, ({ problemId }) => problemId);
}
