import { and, asc, eq, inArray, isNotNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import {
  calls,
  chains,
  corrections,
  pairs,
  problems,
  reviewItems,
  reviewSuggestions,
  runProblems,
  runs,
} from "@/db/schema";
import { isNoDryRun } from "@/server/runs/queue-order";
import type { Reads } from "../review-context";

const wrong = alias(chains, "wrong_chain");
const repaired = alias(chains, "repaired_chain");

const ofProblem = {
  runId: runProblems.runId,
  problemId: runProblems.problemId,
  bucket: runProblems.bucket,
  statement: problems.statement,
  level: problems.level,
  subject: problems.subject,
};

/** Which rows to look at: those of one problem of a run, those after a place in the table, or those of items. */
export type SourceChoice =
  | { readonly runId: string; readonly problemId: string }
  | { readonly after: number; readonly limit: number }
  | { readonly numbers: readonly number[] };

/** Pairs of real runs with what their items are made of. By `after`: only those without an item, in the table's order. */
export function readPairSources(db: Reads, choice: SourceChoice) {
  const rowId = sql<number>`${pairs}.rowid`;
  const { where, limit } = chosen(choice, { table: pairs, rowId, itemId: reviewItems.pairId });
  return db
    .select({
      ...ofProblem,
      rowId,
      id: pairs.id,
      number: reviewItems.number,
      stage: pairs.stage,
      pairLevel: pairs.level,
      valuedBy: pairs.valuedBy,
      qChosen: pairs.qChosen,
      qRejected: pairs.qRejected,
      margin: pairs.margin,
      rollouts: pairs.rollouts,
      prefix: pairs.prefix,
      chosen: pairs.chosen,
      rejected: pairs.rejected,
      createdAt: pairs.createdAt,
      suggestion: suggestionOf(reviewItems.number),
    })
    .from(pairs)
    .innerJoin(runs, eq(runs.id, pairs.runId))
    .innerJoin(problems, eq(problems.id, pairs.problemId))
    .innerJoin(
      runProblems,
      and(eq(runProblems.runId, pairs.runId), eq(runProblems.problemId, pairs.problemId)),
    )
    .leftJoin(reviewItems, eq(reviewItems.pairId, pairs.id))
    .where(and(where, isNoDryRun))
    .orderBy(asc(rowId))
    .limit(limit)
    .all();
}
export type PairSource = ReturnType<typeof readPairSources>[number];

/** The same of corrections whose repaired chain could be read. */
export function readCorrectionSources(db: Reads, choice: SourceChoice) {
  const rowId = sql<number>`${corrections}.rowid`;
  const { where, limit } = chosen(choice, { table: corrections, rowId, itemId: reviewItems.correctionId });
  return db
    .select({
      ...ofProblem,
      rowId,
      id: corrections.id,
      number: reviewItems.number,
      stage: calls.stage,
      wrong: wrong.steps,
      repaired: repaired.steps,
      explanation: corrections.explanation,
      accepted: corrections.accepted,
      refusedBy: corrections.refusedBy,
      claimedStep: corrections.claimedStep,
      firstWrongStep: wrong.firstWrongStep,
      createdAt: calls.createdAt,
      suggestion: suggestionOf(reviewItems.number),
    })
    .from(corrections)
    .innerJoin(runs, eq(runs.id, corrections.runId))
    .innerJoin(problems, eq(problems.id, corrections.problemId))
    .innerJoin(
      runProblems,
      and(eq(runProblems.runId, corrections.runId), eq(runProblems.problemId, corrections.problemId)),
    )
    .innerJoin(calls, eq(calls.id, corrections.callId))
    .innerJoin(wrong, eq(wrong.id, corrections.wrongChainId))
    .innerJoin(repaired, eq(repaired.id, corrections.chainId))
    .leftJoin(reviewItems, eq(reviewItems.correctionId, corrections.id))
    .where(and(where, isNoDryRun))
    .orderBy(asc(rowId))
    .limit(limit)
    .all();
}
export type CorrectionSource = ReturnType<typeof readCorrectionSources>[number];

/** The pairs that corrections made, by correction; of several the first. */
export function readPairsOf(db: Reads, correctionIds: readonly string[]) {
  const rows = db
    .select({
      correctionId: pairs.correctionId,
      qChosen: pairs.qChosen,
      qRejected: pairs.qRejected,
      margin: pairs.margin,
      rollouts: pairs.rollouts,
      valuedBy: pairs.valuedBy,
      pairLevel: pairs.level,
    })
    .from(pairs)
    .where(and(isNotNull(pairs.correctionId), inArray(pairs.correctionId, [...correctionIds])))
    .orderBy(asc(pairs.position), asc(pairs.id))
    .all();
  return new Map(rows.toReversed().map((row) => [row.correctionId, row]));
}

/** Of several judges the most doubtful. */
function suggestionOf(number: typeof reviewItems.number): SQL<number | null> {
  return sql<number | null>`(select min(${reviewSuggestions.score}) from ${reviewSuggestions}
    where ${reviewSuggestions.itemNumber} = ${number})`;
}

function chosen(
  choice: SourceChoice,
  of: {
    readonly table: typeof pairs | typeof corrections;
    readonly rowId: SQL<number>;
    readonly itemId: typeof reviewItems.pairId | typeof reviewItems.correctionId;
  },
): { readonly where: SQL | undefined; readonly limit: number } {
  if ("numbers" in choice) return { where: inArray(reviewItems.number, [...choice.numbers]), limit: -1 };
  if ("problemId" in choice) {
    const { runId, problemId } = choice;
    return { where: and(eq(of.table.runId, runId), eq(of.table.problemId, problemId)), limit: -1 };
  }
  const withoutItem = sql`not exists (select 1 from ${reviewItems} as made where made.${sql.identifier(of.itemId.name)} = ${of.table.id})`;
  return { where: and(sql`${of.rowId} > ${choice.after}`, withoutItem), limit: choice.limit };
}
