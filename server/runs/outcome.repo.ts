import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chains, corrections, pairDrops, pairs, runProblems, runs, treeNodes } from "@/db/schema";
import type { StageOutcome } from "@/server/sphere/types";
import { appendEvent } from "./events.repo";
import { LeaseLostError } from "./lifecycle.repo";

type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];

interface Owner {
  readonly runId: string;
  readonly leaseId: string;
  readonly problemId: string;
  readonly now: number;
}

/**
 * Stores what a stage made of a problem, once: a replay after a restart makes the same again and is passed over.
 * @returns pairs that were new
 * @throws LeaseLostError when another worker holds the run; nothing is written then
 */
export function saveStage(db: Db, owner: Owner, outcome: StageOutcome): number {
  return db.transaction(
    (tx) => {
      fence(tx, owner);
      const saved = tx
        .select({ stages: runProblems.savedStages })
        .from(runProblems)
        .where(ownProblem(owner))
        .get();
      if (saved === undefined || saved.stages.includes(outcome.stage)) return 0;
      saveChains(tx, owner, outcome);
      saveTree(tx, owner, outcome);
      saveCorrections(tx, owner, outcome);
      const added = savePairs(tx, owner, outcome);
      saveDrops(tx, owner, outcome);
      tx.update(runProblems)
        .set({ bucket: outcome.bucket, savedStages: [...saved.stages, outcome.stage] })
        .where(ownProblem(owner))
        .run();
      tx.update(runs)
        .set({ pairCount: sql`${runs.pairCount} + ${added}` })
        .where(eq(runs.id, owner.runId))
        .run();
      appendEvent(
        tx,
        {
          runId: owner.runId,
          problemId: owner.problemId,
          level: "info",
          kind: "stage-finished",
          message: stageMessage(outcome, added),
          data: { stage: outcome.stage, bucket: outcome.bucket, pairs: added },
        },
        owner.now,
      );
      return added;
    },
    { behavior: "immediate" },
  );
}

/** Marks a problem as taken up; `renderedPrompt` is what training files begin with. */
export function startProblem(db: Db, owner: Owner, renderedPrompt: string): void {
  db.transaction(
    (tx) => {
      fence(tx, owner);
      tx.update(runProblems)
        .set({
          status: "active",
          renderedPrompt,
          startedAt: sql`coalesce(${runProblems.startedAt}, ${owner.now})`,
        })
        .where(ownProblem(owner))
        .run();
    },
    { behavior: "immediate" },
  );
}

/** Marks a problem as done, or as failed with the reason. */
export function finishProblem(db: Db, owner: Owner, error: string | null): void {
  db.transaction(
    (tx) => {
      fence(tx, owner);
      const failed = error !== null;
      tx.update(runProblems)
        .set({ status: failed ? "failed" : "done", error, endedAt: owner.now })
        .where(ownProblem(owner))
        .run();
      tx.update(runs)
        .set(
          failed
            ? { problemsFailed: sql`${runs.problemsFailed} + 1` }
            : { problemsDone: sql`${runs.problemsDone} + 1` },
        )
        .where(eq(runs.id, owner.runId))
        .run();
      appendEvent(
        tx,
        {
          runId: owner.runId,
          problemId: owner.problemId,
          level: failed ? "error" : "info",
          kind: failed ? "problem-failed" : "problem-finished",
          message: failed ? `The problem failed: ${error}` : "The problem is done.",
        },
        owner.now,
      );
    },
    { behavior: "immediate" },
  );
}

function fence(tx: Transaction, owner: Owner): void {
  const held = tx
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.id, owner.runId), eq(runs.leaseId, owner.leaseId)))
    .get();
  if (held === undefined) throw new LeaseLostError(owner.runId);
}

function ownProblem({ runId, problemId }: Owner) {
  return and(eq(runProblems.runId, runId), eq(runProblems.problemId, problemId));
}

/** Where the next row of a list goes: after what earlier stages stored. */
function nextPosition(
  tx: Transaction,
  owner: Owner,
  table: typeof chains | typeof corrections | typeof pairs,
): number {
  const row = tx
    .select({ next: sql<number>`coalesce(max(${table.position}) + 1, 0)` })
    .from(table)
    .where(and(eq(table.runId, owner.runId), eq(table.problemId, owner.problemId)))
    .get();
  return row?.next ?? 0;
}

function saveChains(tx: Transaction, owner: Owner, outcome: StageOutcome): void {
  const first = nextPosition(tx, owner, chains);
  for (const [offset, chain] of outcome.chains.entries()) {
    const { sample, text: _text, ...columns } = chain;
    tx.insert(chains)
      .values({
        ...columns,
        runId: owner.runId,
        problemId: owner.problemId,
        callId: sample.callId,
        sampleIndex: sample.index,
        position: first + offset,
      })
      .onConflictDoUpdate({ target: chains.id, set: { firstWrongStep: chain.firstWrongStep } })
      .run();
  }
}

/** Rows of one INSERT: SQLite takes at most 32,766 values. */
const ROWS_AT_ONCE = 500;

function saveTree(tx: Transaction, owner: Owner, outcome: StageOutcome): void {
  const { runId, problemId } = owner;
  const rows = outcome.nodes.map((node, position) => ({ ...node, runId, problemId, position }));
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    tx.insert(treeNodes)
      .values(rows.slice(first, first + ROWS_AT_ONCE))
      .onConflictDoUpdate({
        target: treeNodes.id,
        set: {
          visits: sql`excluded.visits`,
          wins: sql`excluded.wins`,
          value: sql`excluded.value`,
          terminal: sql`excluded.terminal`,
          verdict: sql`excluded.verdict`,
          chainId: sql`excluded.chain_id`,
          position: sql`excluded.position`,
        },
      })
      .run();
  }
}

function saveCorrections(tx: Transaction, owner: Owner, outcome: StageOutcome): void {
  const first = nextPosition(tx, owner, corrections);
  for (const [offset, { sample, ...columns }] of outcome.corrections.entries()) {
    tx.insert(corrections)
      .values({
        ...columns,
        runId: owner.runId,
        problemId: owner.problemId,
        callId: sample.callId,
        sampleIndex: sample.index,
        position: first + offset,
      })
      .onConflictDoNothing()
      .run();
  }
}

function savePairs(tx: Transaction, owner: Owner, outcome: StageOutcome): number {
  const first = nextPosition(tx, owner, pairs);
  let added = 0;
  for (const [offset, pair] of outcome.pairs.entries()) {
    added += tx
      .insert(pairs)
      .values({
        ...pair,
        runId: owner.runId,
        problemId: owner.problemId,
        position: first + offset,
        createdAt: owner.now,
      })
      .onConflictDoNothing()
      .run().changes;
  }
  return added;
}

function saveDrops(tx: Transaction, owner: Owner, outcome: StageOutcome): void {
  const { runId, problemId } = owner;
  for (const [rule, count] of Object.entries(outcome.dropped)) {
    tx.insert(pairDrops)
      .values({ runId, problemId, stage: outcome.stage, rule, count })
      .onConflictDoUpdate({
        target: [pairDrops.runId, pairDrops.problemId, pairDrops.stage, pairDrops.rule],
        set: { count },
      })
      .run();
  }
}

const stageNames = {
  "self-generation": "Self-generation",
  "self-correction": "Self-correction",
  "diversity-induction": "Diversity induction",
} as const;

function stageMessage(outcome: StageOutcome, added: number): string {
  const right = outcome.chains.filter(({ verdict }) => verdict === "correct").length;
  const wrong = outcome.chains.length - right;
  return `${stageNames[outcome.stage]}: ${right} right and ${wrong} wrong chains, ${added} new pairs.`;
}
