import { mayAct } from "@/server/accounts/accounts.schema";
import { requireCampaign } from "../campaigns/campaigns.service";
import { readItem } from "../item/read-item.service";
import { requireOwnDecisions } from "../lists/list-items.service";
import type { NextAnswer } from "../queue-view.schema";
import type { Reads, ReviewContext } from "../review-context";
import type { NextItem } from "../review.schema";
import type { CampaignRow } from "../sync/store-items.repo";
import { grantLease } from "./leases.repo";
import { countHanded, countHindrances, pickGold, pickNext, stillWanted, type Seeker } from "./pick.repo";

/** How often somebody else may be quicker before the person is told that the rest is taken. */
const TRIES = 50;

/** Leases the next item to whoever asks and shows it, or says why there is none. */
export function nextItem(ctx: ReviewContext, input: NextItem): NextAnswer {
  const { db, clock, actor } = ctx;
  requireOwnDecisions(ctx, input.filter);
  const campaign = requireCampaign(db, input.campaignId);
  if (campaign.status === "closed") return { none: `The campaign "${campaign.name}" is closed.` };
  const seeking = (): Seeker => ({ ...input, userId: actor.id, now: clock.now() });
  for (let tried = 0; tried < TRIES; tried++) {
    const picked = pick(db, campaign, seeking());
    if (picked === null) break;
    if (!lease(ctx, picked, seeking)) continue;
    return { item: readItem(ctx, { number: picked.number, campaignId: campaign.id }) };
  }
  return { none: whyNone(ctx, campaign, seeking()) };
}

interface Picked {
  readonly number: number;
  readonly gold: boolean;
}

/** Looks without holding up anybody who writes: what it finds may be gone by the time it is to be leased. */
function pick(db: Reads, campaign: CampaignRow, seeker: Seeker): Picked | null {
  const gold = goldFor(db, campaign, seeker);
  if (gold !== null) return { number: gold, gold: true };
  const number = pickNext(db, seeker);
  return number === null ? null : { number, gold: false };
}

/** @returns whether it won the item that it picked */
function lease({ db }: ReviewContext, { number, gold }: Picked, seeking: () => Seeker): boolean {
  return db.transaction(
    (tx) => {
      // The time is that of holding the database, not of beginning to wait for it.
      const seeker = seeking();
      return grantLease(tx, { ...seeker, number }, stillWanted(tx, seeker, gold)) !== null;
    },
    { behavior: "immediate" },
  );
}

/** Each `goldEvery`-th item that a person is given is a gold one, as long as there is one that they do not know. */
function goldFor(tx: Reads, campaign: CampaignRow, seeker: Seeker): number | null {
  if (campaign.goldEvery === null) return null;
  const handed = countHanded(tx, seeker);
  if ((handed + 1) % campaign.goldEvery !== 0) return null;
  return pickGold(tx, { ...seeker, seed: `gold/${campaign.seed}/${seeker.userId}` });
}

function whyNone({ db, actor }: ReviewContext, campaign: CampaignRow, seeker: Seeker): string {
  const { open, mine, held, heldByMe, assigned } = countHindrances(db, seeker);
  const which = Object.values(seeker.filter).some((value) => value !== null)
    ? "Of what you filtered for, "
    : "";
  const say = (text: string) => (which === "" ? text : which + text.charAt(0).toLowerCase() + text.slice(1));
  if (open === 0) return say(`Nothing is left to decide in "${campaign.name}".`);
  if (mine === open)
    return say("You have decided or skipped everything that is open. The rest waits for other people.");
  const heldElsewhere = heldByMe - seeker.except.length;
  if (held > 0 || heldElsewhere > 0) {
    const who = held === 0 ? "open in another window of yours" : "open in front of somebody now";
    return say(`What is left is ${who}. It comes back within three minutes of being left.`);
  }
  if (assigned > 0) {
    const help = mayAct(actor.role, "runner") ? " You can free it on the campaign's page." : "";
    return say(`What is left was given to other people.${help}`);
  }
  return say("The items in front of you are the last ones.");
}
