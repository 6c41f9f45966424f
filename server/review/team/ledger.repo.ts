import { and, eq, gt, gte, inArray, lt, lte, max, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "@/db/client";
import { reviewActs, reviewDecisions, reviewItems, reviewStanding } from "@/db/schema";

/** The newest act; 0 before the first. */
export function newestAct(db: Db): number {
  return (
    db
      .select({ seq: max(reviewActs.seq) })
      .from(reviewActs)
      .get()?.seq ?? 0
  );
}

/** The largest item number; 0 without items. */
export function lastItem(db: Db): number {
  return (
    db
      .select({ number: max(reviewStanding.itemNumber) })
      .from(reviewStanding)
      .get()?.number ?? 0
  );
}

/** Items whose standing decisions the acts after `since`, up to `until`, may have changed. */
export function touchedItems(
  db: Db,
  { since, until }: { readonly since: number; readonly until: number },
): number[] {
  const target = alias(reviewActs, "target");
  return db
    .selectDistinct({ number: reviewDecisions.itemNumber })
    .from(reviewActs)
    .leftJoin(target, eq(target.seq, reviewActs.target))
    .innerJoin(
      reviewDecisions,
      // An undo or redo names the act it is about, or the act that undid that one.
      eq(reviewDecisions.actSeq, sql`coalesce(${target.target}, ${reviewActs.target}, ${reviewActs.seq})`),
    )
    .where(and(gt(reviewActs.seq, since), lte(reviewActs.seq, until)))
    .all()
    .map(({ number }) => number);
}

export type StandingRow = ReturnType<typeof standingOf>[number];

/** Decisions that stand on items from `from`, before `before`. */
export function standingWithin(db: Db, { from, before }: { readonly from: number; readonly before: number }) {
  return standing(db, and(gte(reviewStanding.itemNumber, from), lt(reviewStanding.itemNumber, before)));
}

/** Decisions that stand on these items. */
export function standingOf(db: Db, numbers: readonly number[]) {
  return standing(db, inArray(reviewStanding.itemNumber, [...numbers]));
}

function standing(db: Db, where: SQL | undefined) {
  return db
    .select({
      campaignId: reviewStanding.campaignId,
      userId: reviewStanding.userId,
      verdict: reviewStanding.verdict,
      adjudication: reviewStanding.adjudication,
      blind: reviewDecisions.blind,
      chosenSide: reviewDecisions.chosenSide,
      durationMs: reviewDecisions.durationMs,
      reasons: reviewDecisions.reasons,
      at: reviewDecisions.at,
      number: reviewItems.number,
      kind: reviewItems.kind,
      stage: reviewItems.stage,
      bucket: reviewItems.bucket,
      margin: reviewItems.margin,
      doubt: reviewItems.doubt,
      lengthDifference: reviewItems.lengthDifference,
      level: reviewItems.pairLevel,
      valuedBy: reviewItems.valuedBy,
      refusedBy: reviewItems.refusedBy,
    })
    .from(reviewStanding)
    .innerJoin(reviewDecisions, eq(reviewDecisions.seq, reviewStanding.decisionSeq))
    .innerJoin(reviewItems, eq(reviewItems.number, reviewStanding.itemNumber))
    .where(where)
    .orderBy(reviewStanding.itemNumber)
    .all();
}
