import { and, eq, isNull, lte, or, type SQL } from "drizzle-orm";
import { campaignItems, reviewLeases } from "@/db/schema";
import { newId } from "@/server/foundation/ids";
import type { LeaseView } from "../item-view.schema";
import type { Reads } from "../review-context";
import { LEASE_MS } from "./tunables";

export interface LeaseWanted {
  readonly campaignId: string;
  readonly number: number;
  readonly userId: string;
  readonly now: number;
}

/**
 * Leases an item that nobody else holds; one that the person holds already is renewed. One conditional UPDATE says
 * whether it won.
 * @param provided what else has to hold of the item then
 * @returns null where somebody else holds it, or it is not as `provided`
 */
export function grantLease(db: Reads, wanted: LeaseWanted, provided?: SQL): LeaseView | null {
  const { campaignId, number, userId, now } = wanted;
  const place = and(eq(campaignItems.campaignId, campaignId), eq(campaignItems.itemNumber, number));
  const held = db
    .select({ id: campaignItems.leaseId, by: campaignItems.leaseUserId, until: campaignItems.leaseExpiresAt })
    .from(campaignItems)
    .where(place)
    .get();
  if (provided === undefined && held?.id !== undefined && held.id !== null && held.by === userId) {
    const renewed = renewLease(db, { id: held.id, userId, now });
    if (renewed !== null) return renewed;
  }
  const lease: LeaseView = { id: newId("lease", now), expiresAt: now + LEASE_MS };
  const won = db
    .update(campaignItems)
    .set({ leaseId: lease.id, leaseUserId: userId, leaseExpiresAt: lease.expiresAt })
    .where(and(place, free(now), provided))
    .run().changes;
  if (won !== 1) return null;
  if (held?.id !== undefined && held.id !== null) endHistory(db, { id: held.id, at: held.until ?? now });
  db.insert(reviewLeases)
    .values({ id: lease.id, campaignId, itemNumber: number, userId, grantedAt: now })
    .run();
  return lease;
}

/** Prolongs a lease that nobody has taken over, even one that has run out. @returns null where somebody has */
export function renewLease(
  db: Reads,
  { id, userId, now }: { readonly id: string; readonly userId: string; readonly now: number },
): LeaseView | null {
  const expiresAt = now + LEASE_MS;
  const { changes } = db
    .update(campaignItems)
    .set({ leaseExpiresAt: expiresAt })
    .where(own(id, userId))
    .run();
  return changes === 1 ? { id, expiresAt } : null;
}

/** Gives an item back. @returns false where the person does not hold it by this lease */
export function releaseLease(
  db: Reads,
  { id, userId, now }: { readonly id: string; readonly userId: string; readonly now: number },
): boolean {
  const { changes } = db.update(campaignItems).set(NO_LEASE).where(own(id, userId)).run();
  if (changes === 1) endHistory(db, { id, at: now });
  return changes === 1;
}

/** Gives back whatever lease a person has on an item, once they have decided. */
export function endLeaseOn(db: Reads, { campaignId, number, userId, now }: LeaseWanted): void {
  const held = db
    .select({ id: campaignItems.leaseId })
    .from(campaignItems)
    .where(
      and(
        eq(campaignItems.campaignId, campaignId),
        eq(campaignItems.itemNumber, number),
        eq(campaignItems.leaseUserId, userId),
      ),
    )
    .get();
  if (held?.id !== undefined && held.id !== null) releaseLease(db, { id: held.id, userId, now });
}

const NO_LEASE = { leaseId: null, leaseUserId: null, leaseExpiresAt: null };

function own(id: string, userId: string): SQL | undefined {
  return and(eq(campaignItems.leaseId, id), eq(campaignItems.leaseUserId, userId));
}

function free(now: number): SQL | undefined {
  return or(isNull(campaignItems.leaseId), lte(campaignItems.leaseExpiresAt, now));
}

function endHistory(db: Reads, { id, at }: { readonly id: string; readonly at: number }): void {
  db.update(reviewLeases)
    .set({ endedAt: at })
    .where(and(eq(reviewLeases.id, id), isNull(reviewLeases.endedAt)))
    .run();
}
