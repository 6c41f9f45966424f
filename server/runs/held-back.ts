import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { pairs } from "@/db/schema";
import { balancePairs, type HoldRule } from "@/server/sphere/pairs/balance-pairs";
import type { RunView } from "./run-view";

/** Answers kept at once: pages and exports ask about few runs again and again. */
const KEPT = 8;

type HeldBack = ReadonlyMap<string, HoldRule>;
const known = new WeakMap<Db, Map<string, HeldBack>>();

/**
 * Pairs that the balance of the whole run holds back from training, by id, each with its rule. Worked out from the pairs as they
 * are now, so that it is never out of date; a run whose pairs have not changed is not worked out again.
 */
export function heldBackPairs(db: Db, run: RunView): HeldBack {
  const { lengthBalance, stageMix } = run.launch.config;
  const key = JSON.stringify([run.id, run.pairCount, lengthBalance, stageMix]);
  const answers = known.get(db) ?? new Map<string, HeldBack>();
  known.set(db, answers);
  const held = answers.get(key) ?? balancePairs(balanceItems(db, run.id), run.launch.config);
  answers.delete(key);
  answers.set(key, held);
  for (const oldest of [...answers.keys()].slice(0, -KEPT)) answers.delete(oldest);
  return held;
}

function balanceItems(db: Db, runId: string) {
  return db
    .select({
      id: pairs.id,
      stage: pairs.stage,
      chosenLength: sql<number>`length(${pairs.chosen})`,
      rejectedLength: sql<number>`length(${pairs.rejected})`,
      rejectedTruncated: pairs.rejectedTruncated,
    })
    .from(pairs)
    .where(eq(pairs.runId, runId))
    .all();
}
