import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationCalls, evaluations, problems, problemSets, users } from "@/db/schema";
import { answerKeyOf } from "./answer-key";
import type { ResponseView } from "./disagreement-view";
import type { DifferingSample } from "./group-differing";

const IDS_A_QUERY = 500;

/** Problems with what a list says of them, by id. */
export function problemFacts(db: Db, ids: readonly string[]) {
  const rows = slices(ids).flatMap((some) =>
    db
      .select({
        id: problems.id,
        externalId: problems.externalId,
        statement: problems.statement,
        answer: problems.answer,
        setId: problemSets.id,
        setName: problemSets.name,
        source: problemSets.source,
        position: problems.position,
      })
      .from(problems)
      .innerJoin(problemSets, eq(problemSets.id, problems.setId))
      .where(inArray(problems.id, [...some]))
      .all(),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who was evaluated, by evaluation. */
export function modelsOf(db: Db, evaluationIds: readonly string[]) {
  const rows = slices(evaluationIds).flatMap((some) =>
    db
      .select({ id: evaluations.id, modelId: evaluations.modelId, model: evaluations.model })
      .from(evaluations)
      .where(inArray(evaluations.id, [...some]))
      .all(),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export function namesOf(db: Db, userIds: readonly string[]): ReadonlyMap<string, string> {
  const rows = db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...userIds]))
    .all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The responses themselves. */
export function readResponses(db: Db, samples: readonly DifferingSample[]): ResponseView[] {
  const models = modelsOf(
    db,
    samples.map(({ evaluationId }) => evaluationId),
  );
  return samples.flatMap(({ evaluationId, callId, sampleIndex }) => {
    const call = db.select().from(evaluationCalls).where(eq(evaluationCalls.id, callId)).get();
    const sample = call?.samples[sampleIndex];
    const evaluated = models.get(evaluationId);
    if (call === undefined || sample === undefined || evaluated === undefined) return [];
    const { modelId, model } = evaluated;
    const number = call.firstSample + sampleIndex;
    const place = { evaluationId, callId, sampleIndex, pass: call.pass, number };
    return [{ ...place, modelId, modelName: model.name, text: sample.text }];
  });
}

export interface AnswerCount {
  readonly evaluationId: string;
  /** The grader whose numbers have the answer. */
  readonly graderVersion: string;
  readonly samples: number;
}

/** In which evaluations an answer to a problem was found, under each grader that the evaluation has numbers of. */
export function whereAnswered(
  db: Db,
  { problemId, answer }: { readonly problemId: string; readonly answer: string },
): AnswerCount[] {
  return db.all<AnswerCount>(sql`
    select v.evaluation_id evaluationId, v.grader_version graderVersion, count(*) samples
    from evaluation_items i
    join evaluation_scores s on s.evaluation_id = i.evaluation_id
    join evaluation_verdicts v on v.evaluation_id = i.evaluation_id
      and v.grader_version = s.grader_version and v.problem_id = i.problem_id
    where i.problem_id = ${problemId} and ${answerKeyOf(sql`v`)} = ${answer}
    group by v.evaluation_id, v.grader_version`);
}

function slices(ids: readonly string[]): string[][] {
  const distinct = [...new Set(ids)];
  const count = Math.ceil(distinct.length / IDS_A_QUERY);
  return Array.from({ length: count }, (_, at) => distinct.slice(at * IDS_A_QUERY, (at + 1) * IDS_A_QUERY));
}
