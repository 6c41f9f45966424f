import { sql } from "drizzle-orm";
import type { Reads, Transaction } from "../review-context";

/** Makes an act's decisions the ones that stand. */
export function standFrom(tx: Transaction, actSeq: number): void {
  tx.run(sql`
    insert into review_standing
      (campaign_id, item_number, user_id, decision_seq, verdict, adjudication)
    select campaign_id, item_number, user_id, seq, verdict, adjudication
    from review_decisions where act_seq = ${actSeq}
    on conflict (campaign_id, item_number, user_id) do update set
      decision_seq = excluded.decision_seq, verdict = excluded.verdict, adjudication = excluded.adjudication`);
}

/** Puts back what stood before an act's decisions, or nothing. */
export function standBefore(tx: Transaction, actSeq: number): void {
  tx.run(sql`
    delete from review_standing
    where decision_seq in (select seq from review_decisions where act_seq = ${actSeq} and before is null)`);
  tx.run(sql`
    insert into review_standing
      (campaign_id, item_number, user_id, decision_seq, verdict, adjudication)
    select earlier.campaign_id, earlier.item_number, earlier.user_id, earlier.seq, earlier.verdict, earlier.adjudication
    from review_decisions as decision
    join review_decisions as earlier on earlier.seq = decision.before
    where decision.act_seq = ${actSeq}
    on conflict (campaign_id, item_number, user_id) do update set
      decision_seq = excluded.decision_seq, verdict = excluded.verdict, adjudication = excluded.adjudication`);
}

/** Items that an act decided on. */
export function itemsOf(db: Reads, actSeq: number): number[] {
  return db
    .all<{ number: number }>(
      sql`select item_number as number from review_decisions where act_seq = ${actSeq} order by seq`,
    )
    .map(({ number }) => number);
}

/**
 * The newest act whose decision stands where one of an act's decisions should (`undo`), or where what came before them
 * should (`redo`); null where nothing is in the way. A `seq` of null: nothing stands there, though something should.
 */
export function inTheWay(
  db: Reads,
  actSeq: number,
  direction: "undo" | "redo",
): { readonly seq: number | null } | null {
  const wanted = direction === "undo" ? sql`decision.seq` : sql`decision.before`;
  const found = db.get<{ seq: number | null } | undefined>(sql`
    select standing_decision.act_seq as seq
    from review_decisions as decision
    left join review_standing as stands
      on stands.campaign_id = decision.campaign_id
      and stands.item_number = decision.item_number
      and stands.user_id = decision.user_id
    left join review_decisions as standing_decision on standing_decision.seq = stands.decision_seq
    where decision.act_seq = ${actSeq} and stands.decision_seq is not ${wanted}
    order by standing_decision.act_seq desc
    limit 1`);
  return found ?? null;
}
