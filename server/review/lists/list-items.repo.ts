import { and, asc, count, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { campaignItems, problemFlags, problems, reviewItems, runs } from "@/db/schema";
import { placeInOrder } from "../random-order";
import type { Reads } from "../review-context";
import type { ItemState, ListItems } from "../review.schema";
import { isOpen, itemWhere } from "./item-where";
import { textQuery } from "./text-query";

/** Fewer items than this are sorted, not looked for along an index over all. */
const FEW = 2_000;

type Chosen = Pick<ListItems, "filter" | "campaignId" | "state">;

/** Whether a campaign has every item that there is, so that nobody has to ask of each. */
export function hasAllItems(db: Reads, campaignId: string): boolean {
  const all = db.select({ n: count() }).from(reviewItems).get()?.n;
  const own = db
    .select({ n: count() })
    .from(campaignItems)
    .where(eq(campaignItems.campaignId, campaignId))
    .get()?.n;
  return all === own;
}

/** How many items a filter finds. */
export function countListed(db: Reads, chosen: Chosen): number {
  const { campaignId } = chosen;
  const where = itemWhere(chosen.filter);
  const query = onlyWords(chosen);
  if (query !== null) {
    return db.get<{ n: number }>(sql`select count(*) as n from review_text where review_text match ${query}`)
      .n;
  }
  if (campaignId === null) return db.select({ n: count() }).from(reviewItems).where(where).get()?.n ?? 0;
  const inCampaign = db.select({ n: count() }).from(campaignItems);
  const within = ofCampaign(campaignId, chosen.state);
  const found =
    where === undefined
      ? inCampaign.where(within).get()
      : inCampaign
          .innerJoin(reviewItems, eq(reviewItems.number, campaignItems.itemNumber))
          .where(and(within, where))
          .get();
  return found?.n ?? 0;
}

/** The full-text query where nothing else is asked: then the words alone are counted. Null: something else is. */
function onlyWords({ filter, campaignId }: Chosen): string | null {
  const query = filter.text === null ? null : textQuery(filter.text);
  const alone = campaignId === null && isOpen({ ...filter, text: null });
  return alone && query !== "" ? query : null;
}

/** Numbers of one page in the list's order. `total` lets the last pages be read from the end. */
export function listNumbers(db: Reads, params: ListItems & { readonly total: number }): number[] {
  const { filter, campaignId, state, page, pageSize, total } = params;
  const first = (page - 1) * pageSize;
  const size = Math.min(pageSize, total - first);
  if (size <= 0) return [];
  const fromEnd = first > total / 2;
  const inCampaign =
    campaignId === null
      ? undefined
      : sql`exists (select 1 from ${campaignItems} where ${ofCampaign(campaignId, state)}
          and ${campaignItems.itemNumber} = ${reviewItems.number})`;
  const numbers = db
    .select({ number: reviewItems.number })
    .from(reviewItems)
    .where(and(itemWhere(filter), inCampaign))
    .orderBy(...orderOf(params, { backwards: fromEnd, few: total < FEW }))
    .limit(size)
    .offset(fromEnd ? total - first - size : first)
    .all()
    .map(({ number }) => number);
  return fromEnd ? numbers.toReversed() : numbers;
}

/** Rows of these items, in no order. */
export function readRows(
  db: Reads,
  params: { readonly numbers: readonly number[]; readonly campaignId: string | null },
) {
  const { numbers, campaignId } = params;
  const state: SQL<ItemState | null> =
    campaignId === null
      ? sql`null`
      : sql`(select ${campaignItems.state} from ${campaignItems} where ${campaignItems.campaignId} = ${campaignId}
          and ${campaignItems.itemNumber} = ${reviewItems.number})`;
  return db
    .select({
      number: reviewItems.number,
      kind: reviewItems.kind,
      stage: reviewItems.stage,
      runId: reviewItems.runId,
      runName: runs.name,
      problemId: reviewItems.problemId,
      statement: problems.statement,
      bucket: reviewItems.bucket,
      level: reviewItems.level,
      subject: reviewItems.subject,
      margin: reviewItems.margin,
      length: reviewItems.length,
      doubt: reviewItems.doubt,
      machineAccepted: reviewItems.machineAccepted,
      outcome: reviewItems.outcome,
      decisionCount: reviewItems.decisionCount,
      state,
      flagged:
        sql<number>`exists (select 1 from ${problemFlags} where ${problemFlags.problemId} = ${reviewItems.problemId})`.mapWith(
          Boolean,
        ),
    })
    .from(reviewItems)
    .innerJoin(runs, eq(runs.id, reviewItems.runId))
    .innerJoin(problems, eq(problems.id, reviewItems.problemId))
    .where(inArray(reviewItems.number, [...numbers]))
    .all();
}

function ofCampaign(campaignId: string, state: ItemState | null): SQL | undefined {
  return and(
    eq(campaignItems.campaignId, campaignId),
    state === null ? undefined : eq(campaignItems.state, state),
  );
}

function orderOf(
  { sort, seed }: Pick<ListItems, "sort" | "seed">,
  { backwards, few }: { readonly backwards: boolean; readonly few: boolean },
): SQL[] {
  const [up, down] = backwards ? [desc, asc] : [asc, desc];
  if (sort === "newest") return [down(reviewItems.number)];
  if (sort === "random") return [up(placeInOrder(reviewItems.shuffle, seed)), up(reviewItems.number)];
  // By falling numbers where doubts are equal, so that one index is read in one direction.
  return [down(few ? sql`+${reviewItems.doubt}` : reviewItems.doubt), down(reviewItems.number)];
}
