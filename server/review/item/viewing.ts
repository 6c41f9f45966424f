import { AppError } from "@/server/foundation/errors";
import { requireCampaign } from "../campaigns/campaigns.service";
import type { CampaignRow } from "../sync/store-items.repo";
import type { ReviewContext, Reads } from "../review-context";
import type { Side } from "../review.schema";
import {
  blindCampaignsOf,
  findItem,
  findPlace,
  lastLease,
  standingOn,
  type PlaceRow,
  type StandingRow,
} from "./item.repo";
import { hiddenSide } from "./true-order";
import { leads } from "./who-sees";

/** An item as one person meets it in a campaign: read once, for the page and for every act on it. */
export interface Viewing {
  readonly found: NonNullable<ReturnType<typeof findItem>>;
  readonly campaign: CampaignRow | null;
  readonly place: PlaceRow | null;
  /** All decisions that stand on the item. */
  readonly standing: readonly StandingRow[];
  /** The viewer's own in this campaign. */
  readonly mine: StandingRow | null;
  /** Their last lease on it, running or not. */
  readonly lastLease: ReturnType<typeof lastLease>;
  /** Order, origin and what others said are hidden from the viewer. */
  readonly hidden: boolean;
  /** Where the chosen chain stands for the viewer. */
  readonly chosenSide: Side;
}

interface Key {
  readonly number: number;
  readonly campaignId: string | null;
}

/** @throws AppError when there is no such item or campaign, or the campaign does not have the item */
export function viewItem(db: Reads, actor: ReviewContext["actor"], key: Key): Viewing {
  const { number, campaignId } = key;
  const found = findItem(db, number);
  if (found === null) throw new AppError("not-found", `There is no item ${number}.`, { field: "number" });
  const campaign = campaignId === null ? null : requireCampaign(db, campaignId);
  const place = campaign === null ? null : findPlace(db, { campaignId: campaign.id, number });
  if (campaign !== null && place === null) {
    throw new AppError("not-found", `Item ${number} does not belong to the campaign "${campaign.name}".`, {
      field: "number",
      fix: "Open it without a campaign, or in one whose filter it matches.",
    });
  }
  const standing = standingOn(db, number);
  const own = standing.filter(({ decision }) => decision.userId === actor.id);
  const mine = own.find(({ decision }) => decision.campaignId === campaignId) ?? null;
  const given =
    campaign === null ? null : lastLease(db, { campaignId: campaign.id, number, userId: actor.id });
  const hiding = hidingCampaign(db, { actor, number, campaign, own, givenAt: given?.grantedAt ?? null });
  const hidden = hiding !== null && (hiding.id !== campaign?.id || mine === null);
  const swapped = campaign?.blind === true ? campaign : hidden ? hiding : null;
  return {
    found,
    campaign,
    place,
    standing,
    mine,
    lastLease:
      campaign === null ? null : lastLease(db, { campaignId: campaign.id, number, userId: actor.id }),
    hidden,
    chosenSide:
      swapped === null
        ? (mine?.decision.chosenSide ?? (found.item.kind === "pair" ? "left" : "right"))
        : hiddenSide({ seed: swapped.seed, number, userId: actor.id }),
  };
}

interface Hiding {
  readonly actor: ReviewContext["actor"];
  readonly number: number;
  readonly campaign: CampaignRow | null;
  /** The viewer's standing decisions on the item, in any campaign. */
  readonly own: readonly StandingRow[];
  /** When they were last given it in the campaign at hand. */
  readonly givenAt: number | null;
}

/**
 * The campaign that hides the item's order from the viewer. A blind campaign does so for everybody. An open one does so
 * wherever else the item is opened, or it would not be blind: but not for those who lead campaigns, and not for who has
 * decided on the item or was given it before the campaign began, since they have seen it.
 */
function hidingCampaign(db: Reads, { actor, number, campaign, own, givenAt }: Hiding) {
  if (campaign?.blind === true) return campaign;
  if (leads(actor) || own.length > 0) return null;
  return blindCampaignsOf(db, number).find(({ createdAt }) => createdAt <= (givenAt ?? createdAt)) ?? null;
}
