import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chains, pairs, problems, runProblems } from "@/db/schema";
import type { Stage } from "@/server/sphere/io";

/** Stages in the order of the method, for ORDER BY. */
export const stageOrder = sql`case ${pairs.stage} when 'self-generation' then 0 when 'self-correction' then 1 else 2 end`;

interface PairFilter {
  readonly runId: string;
  readonly stage: Stage | null;
  /** Only these pairs. */
  readonly ids?: readonly string[] | undefined;
}

const filterOf = ({ runId, stage, ids }: PairFilter) =>
  and(
    eq(pairs.runId, runId),
    stage === null ? undefined : eq(pairs.stage, stage),
    // One parameter, however many there are.
    ids === undefined ? undefined : sql`${pairs.id} in (select value from json_each(${JSON.stringify(ids)}))`,
  );

/** Pairs with the problem they belong to. The order is the method's, not that of arrival. */
function selectPairs(db: Db) {
  return db
    .select({
      pair: pairs,
      problem: {
        id: problems.id,
        externalId: problems.externalId,
        statement: problems.statement,
        answer: problems.answer,
        level: problems.level,
        subject: problems.subject,
      },
      position: runProblems.position,
      renderedPrompt: runProblems.renderedPrompt,
    })
    .from(pairs)
    .innerJoin(problems, eq(problems.id, pairs.problemId))
    .innerJoin(
      runProblems,
      and(eq(runProblems.runId, pairs.runId), eq(runProblems.problemId, pairs.problemId)),
    );
}

export type PairWithProblem = ReturnType<ReturnType<typeof selectPairs>["all"]>[number];

/** One page of pairs; a pair is small, so skipping by offset is cheap enough to page by number. */
export function listPairs(db: Db, params: PairFilter & { offset: number; limit: number }): PairWithProblem[] {
  return selectPairs(db)
    .where(filterOf(params))
    .orderBy(asc(runProblems.position), stageOrder, asc(pairs.position))
    .limit(params.limit)
    .offset(params.offset)
    .all();
}

export function countPairs(db: Db, filter: PairFilter): number {
  return db.select({ n: count() }).from(pairs).where(filterOf(filter)).get()?.n ?? 0;
}

/** All pairs of the next problems after `afterPosition`: how an export walks a run in bounded memory. */
export function pairsOfNextProblems(
  db: Db,
  params: { runId: string; afterPosition: number; problems: number },
): PairWithProblem[] {
  const next = db
    .select({ id: runProblems.problemId })
    .from(runProblems)
    .where(
      and(
        eq(runProblems.runId, params.runId),
        gt(runProblems.position, params.afterPosition),
        sql`exists (select 1 from pairs where pairs.run_id = ${params.runId} and pairs.problem_id = ${runProblems.problemId})`,
      ),
    )
    .orderBy(asc(runProblems.position))
    .limit(params.problems);
  return selectPairs(db)
    .where(and(eq(pairs.runId, params.runId), sql`${pairs.problemId} in ${next}`))
    .orderBy(asc(runProblems.position), stageOrder, asc(pairs.position))
    .all();
}

/** One pair with both chains and its neighbours in the run's order. */
export function readPair(db: Db, pairId: string) {
  const found = selectPairs(db).where(eq(pairs.id, pairId)).get();
  if (found === undefined) return null;
  const chain = (id: string) => db.select().from(chains).where(eq(chains.id, id)).get() ?? null;
  return {
    ...found,
    chosenChain: chain(found.pair.chosenChainId),
    rejectedChain: chain(found.pair.rejectedChainId),
  };
}
