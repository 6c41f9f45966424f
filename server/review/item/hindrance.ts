import type { Actor } from "@/server/accounts/accounts.schema";
import type { Viewing } from "./viewing";
import { leads } from "./who-sees";

interface Asked {
  readonly actor: Actor;
  readonly now: number;
}

/** Whether enough people have decided on the item. */
export function isFull({ campaign, place }: Viewing): boolean {
  if (campaign === null || place === null) return false;
  return place.state !== "open" || place.decided >= campaign.overlap;
}

/** Whether somebody else has the item open now. */
function isHeldByOther({ place }: Viewing, { actor, now }: Asked): boolean {
  return (
    place !== null &&
    place.leaseUserId !== null &&
    place.leaseUserId !== actor.id &&
    (place.leaseExpiresAt ?? 0) > now
  );
}

/**
 * Why a person may not settle the item for all, in plain words; null where they may. Whoever took part in a conflict does not
 * settle it, but for an administrator.
 */
export function settlingHindrance(viewing: Viewing, actor: Actor): string | null {
  const { place, mine } = viewing;
  if (!leads(actor)) return "Settling a conflict needs the role runner.";
  if (place?.state !== "conflict" && place?.state !== "settled") {
    return "Enough people have decided on this item, and there is no conflict to settle.";
  }
  if (mine !== null && !mine.decision.adjudication && actor.role !== "admin") {
    return "You decided on this item yourself: somebody else has to settle the conflict.";
  }
  return null;
}

/** Why a person may not decide on the item now, in plain words; null where they may. */
export function hindranceOf(viewing: Viewing, asked: Asked): string | null {
  const { campaign, mine, lastLease } = viewing;
  const { actor } = asked;
  if (actor.role === "reader") return "Your role reads items; deciding on them needs the role annotator.";
  if (campaign === null) return "Open the item in a campaign to decide on it.";
  if (campaign.status === "closed") return `The campaign "${campaign.name}" is closed.`;
  if (mine !== null) return null;
  if (isHeldByOther(viewing, asked)) return "Somebody else has this item open now.";
  if (!isFull(viewing) || lastLease !== null) return null;
  if (leads(actor)) return settlingHindrance(viewing, actor);
  return "Enough people have decided on this item.";
}

/**
 * Why a decision that arrives is refused. Leases and overlap limit whom an item is given to, not what is recorded: what a
 * person decided on an item that they were given once counts, even after the lease has run out.
 */
export function refusalOf(viewing: Viewing, asked: Asked): string | null {
  return asked.actor.role !== "reader" && viewing.lastLease !== null ? null : hindranceOf(viewing, asked);
}
