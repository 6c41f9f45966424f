import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { pairs } from "@/db/schema";
import { keptFromTraining } from "@/server/problems/contamination/gate";
import { balancePairs, type HoldRule } from "@/server/sphere/pairs/balance-pairs";
import type { RunView } from "./run-view";

/** Answers kept at once: pages and exports ask about few runs again and again. */
const KEPT = 8;

type HeldBack = ReadonlyMap<string, HoldRule>;
const known = new WeakMap<Db, Map<string, HeldBack>>();

/**
 * Pairs of a run that are held back from training, by id, each with its rule: those of problems that a benchmark has, also
 * where the benchmark came after the run, and of the others those that the balance of the whole run holds back. Worked out
 * from what is there now, so that it is never out of date; where nothing has changed it is not worked out again.
 */
export function heldBackPairs(db: Db, run: RunView): HeldBack {
  const { lengthBalance, stageMix } = run.launch.config;
  const kept = keptFromTraining(db, run.problemSetId);
  const key = JSON.stringify([run.id, run.pairCount, lengthBalance, stageMix, [...kept].toSorted()]);
  const answers = known.get(db) ?? new Map<string, HeldBack>();
  known.set(db, answers);
  const held = answers.get(key) ?? holdBack(db, run, kept);
  answers.delete(key);
  answers.set(key, held);
  for (const oldest of [...answers.keys()].slice(0, -KEPT)) answers.delete(oldest);
  return held;
}

function holdBack(db: Db, run: RunView, kept: ReadonlySet<string>): HeldBack {
  const items = balanceItems(db, run.id);
  const held = new Map<string, HoldRule>();
  for (const { id, problemId } of items) if (kept.has(problemId)) held.set(id, "benchmark-overlap");
  const rest = items.filter(({ id }) => !held.has(id));
  for (const [id, rule] of balancePairs(rest, run.launch.config)) held.set(id, rule);
  return held;
}

function balanceItems(db: Db, runId: string) {
  return db
    .select({
      id: pairs.id,
      problemId: pairs.problemId,
      stage: pairs.stage,
      chosenLength: sql<number>`length(${pairs.chosen})`,
      rejectedLength: sql<number>`length(${pairs.rejected})`,
      rejectedTruncated: pairs.rejectedTruncated,
    })
    .from(pairs)
    .where(eq(pairs.runId, runId))
    .all();
}
