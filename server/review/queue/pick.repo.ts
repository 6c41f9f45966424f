import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  exists,
  isNull,
  lte,
  notExists,
  notInArray,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from "drizzle-orm";
import { campaignItems, reviewGold, reviewItems, reviewLeases, reviewStanding } from "@/db/schema";
import { firstMatches } from "../lists/first-matches.repo";
import { itemWhere } from "../lists/item-where";
import { placeInOrder } from "../random-order";
import type { Reads } from "../review-context";
import type { ItemFilter } from "../review.schema";

/** For whom an item is looked for, and where. */
export interface Seeker {
  readonly campaignId: string;
  readonly userId: string;
  readonly now: number;
  readonly filter: ItemFilter;
  /** Numbers that the person has at hand already. */
  readonly except: readonly number[];
}

/**
 * The first item in the campaign's order that a person can be given: open, held by nobody, not given to somebody else,
 * not decided or skipped by them. Items assigned to them come first. Null: there is none.
 */
export function pickNext(db: Reads, seeker: Seeker): number | null {
  const found = matching(db, seeker.filter);
  if (found.none) return null;
  // Few found items are looked up one by one; the plus keeps SQLite from walking the queue past all others instead.
  const plain = (column: SQLWrapper): SQL => (found.few ? sql`+${column}` : sql`${column}`);
  const first = (whose: SQL) =>
    db
      .select({ number: campaignItems.itemNumber })
      .from(campaignItems)
      .where(and(eq(plain(campaignItems.state), "open"), whose, available(db, seeker), found.where))
      .orderBy(asc(plain(campaignItems.rank)))
      .limit(1)
      .get()?.number ?? null;
  const assigned = plain(campaignItems.assignedTo);
  return first(eq(assigned, seeker.userId)) ?? first(isNull(assigned));
}

/** A gold item of the campaign that the person has not decided, whatever its state, at random by the seed. */
export function pickGold(db: Reads, { seed, ...seeker }: Seeker & { readonly seed: string }): number | null {
  const found = db
    .select({ number: campaignItems.itemNumber })
    .from(reviewGold)
    .innerJoin(campaignItems, eq(campaignItems.itemNumber, reviewGold.itemNumber))
    .innerJoin(reviewItems, eq(reviewItems.number, reviewGold.itemNumber))
    .where(available(db, seeker))
    .orderBy(asc(placeInOrder(reviewItems.shuffle, seed)))
    .limit(1)
    .get();
  return found?.number ?? null;
}

/** Whether an item that was picked may still be leased: the condition of the UPDATE that does it. */
export function stillWanted(db: Reads, seeker: Seeker, gold: boolean): SQL | undefined {
  const open = and(
    eq(campaignItems.state, "open"),
    or(isNull(campaignItems.assignedTo), eq(campaignItems.assignedTo, seeker.userId)),
  );
  return and(gold ? undefined : open, available(db, seeker));
}

/** How many items of a campaign a person was given so far, each counted once. */
export function countHanded(
  db: Reads,
  params: { readonly campaignId: string; readonly userId: string },
): number {
  const found = db
    .select({ n: countDistinct(reviewLeases.itemNumber) })
    .from(reviewLeases)
    .where(and(eq(reviewLeases.campaignId, params.campaignId), eq(reviewLeases.userId, params.userId)))
    .get();
  return found?.n ?? 0;
}

/** Why nothing was found: open items that the filter finds, and what stands between them and the person. */
export function countHindrances(db: Reads, { campaignId, userId, now, filter }: Omit<Seeker, "except">) {
  const found = db
    .select({
      open: count(),
      mine: sql<number>`coalesce(sum(${exists(standingOf(db, userId))}), 0)`,
      held: sql<number>`coalesce(sum(${campaignItems.leaseExpiresAt} > ${now} and ${campaignItems.leaseUserId} <> ${userId}), 0)`,
      heldByMe: sql<number>`coalesce(sum(${campaignItems.leaseExpiresAt} > ${now} and ${campaignItems.leaseUserId} = ${userId}), 0)`,
      assigned: sql<number>`coalesce(sum(${campaignItems.assignedTo} <> ${userId}), 0)`,
    })
    .from(campaignItems)
    .where(
      and(
        eq(campaignItems.campaignId, campaignId),
        eq(campaignItems.state, "open"),
        matching(db, filter).where,
      ),
    )
    .get();
  return found ?? { open: 0, mine: 0, held: 0, heldByMe: 0, assigned: 0 };
}

function available(db: Reads, { campaignId, userId, now, except }: Omit<Seeker, "filter">): SQL | undefined {
  return and(
    eq(campaignItems.campaignId, campaignId),
    or(isNull(campaignItems.leaseExpiresAt), lte(campaignItems.leaseExpiresAt, now)),
    except.length === 0 ? undefined : notInArray(campaignItems.itemNumber, [...except]),
    notExists(standingOf(db, userId)),
  );
}

function standingOf(db: Reads, userId: string) {
  return db
    .select({ seq: reviewStanding.decisionSeq })
    .from(reviewStanding)
    .where(
      and(
        eq(reviewStanding.campaignId, campaignItems.campaignId),
        eq(reviewStanding.itemNumber, campaignItems.itemNumber),
        eq(reviewStanding.userId, userId),
      ),
    );
}

/** More matching items than this, and one of them stands near the front of any order. */
const FEW = 2_000;

interface Matching {
  readonly where: SQL | undefined;
  /** So few that the queue need not be walked to find them. */
  readonly few: boolean;
  readonly none: boolean;
}

/** Whether the campaign's item is one that the filter finds. */
function matching(db: Reads, filter: ItemFilter): Matching {
  const where = itemWhere(filter);
  if (where === undefined) return { where, few: false, none: false };
  const found = firstMatches(db, filter, FEW + 1);
  const few = found.length <= FEW;
  const within = few
    ? sql`${campaignItems.itemNumber} in (select value from json_each(${JSON.stringify(found)}))`
    : sql`exists (select 1 from ${reviewItems} where ${reviewItems.number} = ${campaignItems.itemNumber} and ${where})`;
  return { where: within, few, none: found.length === 0 };
}
