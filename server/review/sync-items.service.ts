import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { reviewCampaigns } from "@/db/schema";
import { everythingCampaign } from "./campaigns/everything";
import type { Transaction } from "./review-context";
import {
  readCorrectionSources,
  readPairSources,
  readPairsOf,
  type SourceChoice,
} from "./sync/item-sources.repo";
import { correctionItem, pairItem, type MadeItem } from "./sync/make-item";
import { readFinishedStages } from "./sync/stages.repo";
import { insertItems, moveByDoubt, placeItems, updateItem } from "./sync/store-items.repo";

/** Items made in one transaction, so that nobody waits long for the database. */
const ITEMS_AT_ONCE = 500;

export interface SyncPlace {
  /** Row ids up to which the two tables have been looked through. */
  readonly pairs: number;
  readonly corrections: number;
}
export const SYNC_START: SyncPlace = { pairs: 0, corrections: 0 };

interface Step {
  readonly now: number;
  /** Most items of one transaction. */
  readonly limit?: number;
}

/**
 * Makes the items of all pairs and repaired corrections that have none, whatever put them there.
 * @returns items made
 */
export function syncItems(db: Db, { now, limit = ITEMS_AT_ONCE }: Step): number {
  let made = 0;
  for (let from: SyncPlace | null = SYNC_START; from !== null;) {
    const step = syncSome(db, { now, limit, from });
    made += step.made;
    from = step.next;
  }
  return made;
}

/** One transaction of `syncItems`; `next` is where to go on, null at the end. */
export function syncSome(
  db: Db,
  { now, limit = ITEMS_AT_ONCE, from }: Step & { readonly from: SyncPlace },
): { readonly made: number; readonly next: SyncPlace | null } {
  return db.transaction(
    (tx) => {
      const newPairs = readPairSources(tx, { after: from.pairs, limit });
      const left = limit - newPairs.length;
      const newCorrections =
        left === 0 ? [] : readCorrectionSources(tx, { after: from.corrections, limit: left });
      const items = [...newPairs.map(pairItem), ...correctionItems(tx, newCorrections)];
      store(tx, { items, now });
      const next = {
        pairs: newPairs.at(-1)?.rowId ?? from.pairs,
        corrections: newCorrections.at(-1)?.rowId ?? from.corrections,
      };
      return { made: items.length, next: items.length < limit ? null : next };
    },
    { behavior: "immediate" },
  );
}

/**
 * Makes and brings up to date the items of problems of which a stage was stored since the event `after`. The log of
 * events only grows, so rows that were removed and stored again are found too, and a look costs nothing where nothing is new.
 * @returns the event up to which it looked; the same as `after` where there was nothing
 */
export function syncStages(db: Db, { now, after }: { readonly now: number; readonly after: number }): number {
  const found = readFinishedStages(db, after);
  for (const { runId, problemId } of found.problems) {
    db.transaction((tx) => store(tx, { items: itemsOf(tx, { runId, problemId }), now }), {
      behavior: "immediate",
    });
  }
  return found.upTo;
}

/** Works out the doubt of items anew, after a judge gave its opinion. */
export function refreshDoubt(tx: Transaction, numbers: readonly number[]): void {
  store(tx, { items: itemsOf(tx, { numbers }), now: 0 });
}

function itemsOf(tx: Transaction, choice: SourceChoice): MadeItem[] {
  return [
    ...readPairSources(tx, choice).map(pairItem),
    ...correctionItems(tx, readCorrectionSources(tx, choice)),
  ];
}

function correctionItems(tx: Transaction, sources: ReturnType<typeof readCorrectionSources>): MadeItem[] {
  if (sources.length === 0) return [];
  const pairsOf = readPairsOf(
    tx,
    sources.map(({ id }) => id),
  );
  return sources.map((source) => correctionItem(source, pairsOf));
}

function store(
  tx: Transaction,
  { items, now }: { readonly items: readonly MadeItem[]; readonly now: number },
) {
  const changed = items.flatMap((item) =>
    updateItem(tx, item) && item.number !== null ? [item.number] : [],
  );
  if (changed.length > 0) moveByDoubt(tx, changed);
  const fresh = items.filter(({ number }) => number === null);
  if (fresh.length === 0) return;
  const numbers = insertItems(tx, fresh);
  tx.insert(reviewCampaigns).values(everythingCampaign(now)).onConflictDoNothing().run();
  const open = tx.select().from(reviewCampaigns).where(eq(reviewCampaigns.status, "open")).all();
  for (const campaign of open) placeItems(tx, campaign, numbers);
}
