import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chains, corrections, demonstrations, pairDrops, pairs, stageReports, treeNodes } from "@/db/schema";
import type { StageOutcome } from "@/server/sphere/types";

export type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];

export interface OwnerOfRows {
  readonly runId: string;
  readonly problemId: string;
  readonly now: number;
}

export interface StageToSave {
  readonly outcome: StageOutcome;
  /** Prompts of pairs that do not ask the plain problem, as the policy reads them, by pair id. */
  readonly renderedPrompts: ReadonlyMap<string, string>;
}

/** Rows of one INSERT: SQLite takes at most 32,766 values. */
const ROWS_AT_ONCE = 500;

/**
 * Stores every row that a stage made.
 * @returns pairs that were new
 */
export function saveRows(
  tx: Transaction,
  owner: OwnerOfRows,
  { outcome, renderedPrompts }: StageToSave,
): number {
  saveChains(tx, owner, outcome);
  saveTree(tx, owner, outcome);
  saveCorrections(tx, owner, outcome);
  saveDrops(tx, owner, outcome);
  saveDemonstrations(tx, owner, outcome);
  saveReport(tx, owner, outcome);
  return savePairs(tx, owner, { outcome, renderedPrompts });
}

function batches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE));
}

/** Where the next row of a list goes: after what earlier stages stored. */
function nextPosition(
  tx: Transaction,
  owner: OwnerOfRows,
  table: typeof chains | typeof corrections | typeof pairs | typeof demonstrations,
): number {
  const row = tx
    .select({ next: sql<number>`coalesce(max(${table.position}) + 1, 0)` })
    .from(table)
    .where(and(eq(table.runId, owner.runId), eq(table.problemId, owner.problemId)))
    .get();
  return row?.next ?? 0;
}

function saveChains(tx: Transaction, owner: OwnerOfRows, outcome: StageOutcome): void {
  const { runId, problemId } = owner;
  const first = nextPosition(tx, owner, chains);
  const rows = outcome.chains.map(({ sample, text: _text, ...columns }, offset) => ({
    ...columns,
    runId,
    problemId,
    callId: sample.callId,
    sampleIndex: sample.index,
    position: first + offset,
  }));
  for (const batch of batches(rows)) {
    tx.insert(chains)
      .values(batch)
      .onConflictDoUpdate({ target: chains.id, set: { firstWrongStep: excluded("first_wrong_step") } })
      .run();
  }
}

function saveTree(tx: Transaction, owner: OwnerOfRows, outcome: StageOutcome): void {
  const { runId, problemId } = owner;
  const rows = outcome.nodes.map(({ sample, ...node }, position) => ({
    ...node,
    runId,
    problemId,
    callId: sample?.callId ?? null,
    sampleIndex: sample?.index ?? null,
    position,
  }));
  for (const batch of batches(rows)) {
    tx.insert(treeNodes)
      .values(batch)
      .onConflictDoUpdate({
        target: treeNodes.id,
        set: {
          visits: excluded("visits"),
          wins: excluded("wins"),
          value: excluded("value"),
          terminal: excluded("terminal"),
          verdict: excluded("verdict"),
          chainId: excluded("chain_id"),
          score: excluded("score"),
          reward: excluded("reward"),
          pruned: excluded("pruned"),
          position: excluded("position"),
        },
      })
      .run();
  }
}

function saveCorrections(tx: Transaction, owner: OwnerOfRows, outcome: StageOutcome): void {
  const { runId, problemId } = owner;
  const first = nextPosition(tx, owner, corrections);
  const rows = outcome.corrections.map(({ sample, ...columns }, offset) => ({
    ...columns,
    runId,
    problemId,
    callId: sample.callId,
    sampleIndex: sample.index,
    position: first + offset,
  }));
  for (const batch of batches(rows)) tx.insert(corrections).values(batch).onConflictDoNothing().run();
}

function savePairs(tx: Transaction, owner: OwnerOfRows, { outcome, renderedPrompts }: StageToSave): number {
  const { runId, problemId, now } = owner;
  const first = nextPosition(tx, owner, pairs);
  const rows = outcome.pairs.map((pair, offset) => ({
    ...pair,
    renderedPrompt: renderedPrompts.get(pair.id) ?? null,
    runId,
    problemId,
    position: first + offset,
    createdAt: now,
  }));
  return batches(rows).reduce(
    (added, batch) => added + tx.insert(pairs).values(batch).onConflictDoNothing().run().changes,
    0,
  );
}

function saveDrops(tx: Transaction, owner: OwnerOfRows, outcome: StageOutcome): void {
  const { runId, problemId } = owner;
  const rows = Object.entries(outcome.dropped).map(([rule, count]) => ({
    runId,
    problemId,
    stage: outcome.stage,
    rule,
    count,
  }));
  if (rows.length === 0) return;
  tx.insert(pairDrops)
    .values(rows)
    .onConflictDoUpdate({
      target: [pairDrops.runId, pairDrops.problemId, pairDrops.stage, pairDrops.rule],
      set: { count: excluded("count") },
    })
    .run();
}

function saveDemonstrations(tx: Transaction, owner: OwnerOfRows, outcome: StageOutcome): void {
  const { runId, problemId, now } = owner;
  const first = nextPosition(tx, owner, demonstrations);
  const rows = outcome.demonstrations.map((demonstration, offset) => ({
    ...demonstration,
    runId,
    problemId,
    position: first + offset,
    createdAt: now,
  }));
  for (const batch of batches(rows)) tx.insert(demonstrations).values(batch).onConflictDoNothing().run();
}

function saveReport(tx: Transaction, owner: OwnerOfRows, outcome: StageOutcome): void {
  const { runId, problemId } = owner;
  const { stage, growth, scoring = null, control, diversity } = outcome;
  tx.insert(stageReports)
    .values({ runId, problemId, stage, growth, scoring, control, diversity })
    .onConflictDoUpdate({
      target: [stageReports.runId, stageReports.problemId, stageReports.stage],
      set: {
        growth: excluded("growth"),
        scoring: excluded("scoring"),
        control: excluded("control"),
        diversity: excluded("diversity"),
      },
    })
    .run();
}

function excluded(column: string): SQL {
  return sql.raw(`excluded.${column}`);
}
