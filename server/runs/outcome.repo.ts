import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runProblems, runs } from "@/db/schema";
import type { StageOutcome } from "@/server/sphere/types";
import { appendEvent } from "./events.repo";
import { LeaseLostError } from "@/server/jobs/lease.repo";
import { saveRows, type OwnerOfRows, type StageToSave, type Transaction } from "./outcome-rows.repo";

interface Owner extends OwnerOfRows {
  readonly leaseId: string;
}

/**
 * Stores what a stage made of a problem, once: a replay after a restart makes the same again and is passed over.
 * @returns pairs that were new
 * @throws LeaseLostError when another worker holds the run; nothing is written then
 */
export function saveStage(db: Db, owner: Owner, { outcome, renderedPrompts }: StageToSave): number {
  return db.transaction(
    (tx) => {
      fence(tx, owner);
      const saved = tx
        .select({ stages: runProblems.savedStages })
        .from(runProblems)
        .where(ownProblem(owner))
        .get();
      if (saved === undefined || saved.stages.includes(outcome.stage)) return 0;
      const added = saveRows(tx, owner, { outcome, renderedPrompts });
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
