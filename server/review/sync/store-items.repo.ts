import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { campaignItems, reviewCampaigns, reviewItems } from "@/db/schema";
import { itemWhere } from "../lists/item-where";
import { placeInOrder } from "../random-order";
import type { Transaction } from "../review-context";
import type { MadeItem } from "./make-item";

/** Rows of one INSERT: SQLite takes at most 32,766 values. */
const ROWS_AT_ONCE = 500;

export type CampaignRow = typeof reviewCampaigns.$inferSelect;

/** Stores new items with their words. @returns their numbers */
export function insertItems(tx: Transaction, items: readonly MadeItem[]): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < items.length; at += ROWS_AT_ONCE) {
    const batch = items.slice(at, at + ROWS_AT_ONCE);
    const made = tx
      .insert(reviewItems)
      .values(batch.map(({ columns }) => columns))
      .returning({ number: reviewItems.number, id: ownId })
      .all();
    const words = new Map(
      batch.map(({ columns, words: text }) => [columns.pairId ?? columns.correctionId, text]),
    );
    const rows = made.map(({ number, id }) => sql`(${number}, ${words.get(id) ?? ""})`);
    tx.run(sql`insert into review_text (rowid, body) values ${sql.join(rows, sql`, `)}`);
    numbers.push(...made.map(({ number }) => number));
  }
  return numbers;
}

const ownId = sql<string>`coalesce(${reviewItems.pairId}, ${reviewItems.correctionId})`;

/** Brings an item up to date with what its run says now. @returns whether anything but the same was said */
export function updateItem(tx: Transaction, item: MadeItem): boolean {
  if (item.number === null) return false;
  const { bucket, margin, rollouts, doubt, machineAccepted, refusedBy } = item.columns;
  const { changes } = tx
    .update(reviewItems)
    .set({ bucket, margin, rollouts, doubt, machineAccepted, refusedBy })
    .where(
      and(
        eq(reviewItems.number, item.number),
        sql`(${reviewItems.bucket}, ${reviewItems.margin}, ${reviewItems.rollouts}, ${reviewItems.doubt}) is not
          (${bucket ?? null}, ${margin ?? null}, ${rollouts ?? null}, ${doubt})`,
      ),
    )
    .run();
  return changes > 0;
}

/** Puts items into a campaign that its filter finds and that are not in it yet. @returns how many */
export function placeItems(
  tx: Transaction,
  campaign: Pick<CampaignRow, "id" | "filter" | "sort" | "seed">,
  numbers: readonly number[] | null,
): number {
  const some = numbers === null ? undefined : inArray(reviewItems.number, [...numbers]);
  const found = and(itemWhere(campaign.filter), some) ?? sql`1`;
  return tx.run(sql`insert into ${campaignItems} (campaign_id, item_number, rank, state, decided)
    select ${campaign.id}, ${reviewItems.number}, ${rankOf(campaign)}, 'open', 0 from ${reviewItems}
    where ${found} order by ${reviewItems.number} on conflict do nothing`).changes;
}

/** Moves items to where their doubt puts them, in campaigns that show doubtful ones first. */
export function moveByDoubt(tx: Transaction, numbers: readonly number[]): void {
  const doubtful = tx
    .select({ id: reviewCampaigns.id })
    .from(reviewCampaigns)
    .where(eq(reviewCampaigns.sort, "doubtful"));
  tx.update(campaignItems)
    .set({
      rank: sql`(select -${reviewItems.doubt} from ${reviewItems} where ${reviewItems.number} = ${campaignItems.itemNumber})`,
    })
    .where(and(inArray(campaignItems.itemNumber, [...numbers]), inArray(campaignItems.campaignId, doubtful)))
    .run();
}

/** An item's place in a campaign's order, lowest first. */
function rankOf({ sort, seed }: Pick<CampaignRow, "sort" | "seed">): SQL {
  if (sort === "doubtful") return sql`-${reviewItems.doubt}`;
  return sort === "newest" ? sql`-${reviewItems.number}` : placeInOrder(reviewItems.shuffle, seed);
}
