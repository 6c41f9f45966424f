import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import { campaignItems, reviewItems, reviewStanding, runs, users } from "@/db/schema";
import { mayAct } from "@/server/accounts/accounts.schema";
import { readReasons } from "../desk/reasons.service";
import type { ItemFacets } from "../queue-view.schema";
import type { ReviewContext } from "../review-context";
import { countListed, hasAllItems } from "./list-items.repo";
import { NO_FILTER } from "../review.schema";

/** What the filter bar offers: values that occur, with how many items have each. */
export function itemFacets(ctx: ReviewContext, asked: { readonly campaignId: string | null }): ItemFacets {
  const { db } = ctx;
  const { campaignId: id } = asked;
  const campaignId = id !== null && hasAllItems(db, id) ? null : id;
  const counted = (column: Column) => countValues(ctx, { column, campaignId });
  const names = new Map(
    db
      .select({ id: runs.id, name: runs.name })
      .from(runs)
      .all()
      .map((run) => [run.id, run.name]),
  );
  return {
    total: countListed(db, { filter: NO_FILTER, campaignId, state: null }),
    runs: counted(reviewItems.runId).map(({ value, count: n }) => ({
      id: value,
      name: names.get(value) ?? value,
      count: n,
    })),
    levels: counted(reviewItems.level),
    subjects: counted(reviewItems.subject),
    annotators: annotators(ctx),
    reasons: readReasons(db).map(({ code, label }) => ({ code, label })),
  };
}

type Column = typeof reviewItems.runId | typeof reviewItems.level | typeof reviewItems.subject;

function countValues(
  { db }: ReviewContext,
  { column, campaignId }: { readonly column: Column; readonly campaignId: string | null },
): { readonly value: string; readonly count: number }[] {
  const values = db.select({ value: sql<string>`${column}`, count: count() });
  return campaignId === null
    ? values.from(reviewItems).where(isNotNull(column)).groupBy(column).all()
    : values
        .from(campaignItems)
        .innerJoin(reviewItems, eq(reviewItems.number, campaignItems.itemNumber))
        .where(and(eq(campaignItems.campaignId, campaignId), isNotNull(column)))
        .groupBy(column)
        .all();
}

function annotators({ db, actor }: ReviewContext): ItemFacets["annotators"] {
  const all = mayAct(actor.role, "admin");
  const deciders = db.selectDistinct({ id: reviewStanding.userId }).from(reviewStanding);
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(all ? undefined : eq(users.id, actor.id))
    .all()
    .filter(({ id }) => new Set(deciders.all().map((row) => row.id)).has(id))
    .map((row) => ({ ...row, mine: row.id === actor.id }));
}
