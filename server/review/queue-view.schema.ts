/** What campaigns, lists and the queue send to the browser: types only. */
import type { ItemRow, ItemView, LeaseView } from "./item-view.schema";
import type { CAMPAIGN_STATUSES } from "./campaigns.schema";
import type { Stage } from "@/server/sphere/io";
import type { ItemFilter, ItemKind, ItemState, Sort, Verdict } from "./review.schema";

/** How far a campaign is. */
export interface CampaignProgress {
  /** Items in it, by state. */
  readonly items: Readonly<Record<ItemState, number>>;
  readonly total: number;
  /** Standing decisions, skips not counted, of the `overlap * total` that are wanted. */
  readonly decisions: number;
  /** The viewer's own standing decisions, skips not counted. */
  readonly mine: number;
  /** Open items that only the viewer gets. */
  readonly assignedToMe: number;
}

export interface CampaignView {
  readonly id: string;
  readonly name: string;
  readonly status: (typeof CAMPAIGN_STATUSES)[number];
  readonly filter: ItemFilter;
  readonly sort: Sort;
  readonly seed: number;
  readonly overlap: number;
  readonly blind: boolean;
  /** Told only to those who may lead campaigns: annotators are not to know how often gold comes. */
  readonly goldEvery: number | null;
  readonly judgeModelId: string | null;
  readonly guidelinesVersion: number;
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly progress: CampaignProgress;
}

export interface PersonProgress {
  readonly userId: string;
  /** Null where the viewer may not see names. */
  readonly name: string | null;
  readonly mine: boolean;
  /** Standing decisions, skips not counted. */
  readonly decided: number;
  readonly skipped: number;
  /** Open items that only this person gets. */
  readonly assigned: number;
  /** Items in front of them now. */
  readonly held: number;
  /** Time of the newest act; null before the first. */
  readonly lastAt: number | null;
}

export interface ItemList {
  readonly total: number;
  readonly items: readonly ItemRow[];
}

interface Facet {
  readonly value: string;
  readonly count: number;
}

/** What the filter bar offers. */
export interface ItemFacets {
  readonly total: number;
  readonly runs: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly levels: readonly Facet[];
  readonly subjects: readonly Facet[];
  /** Who has standing decisions; others than the viewer only where names may be seen. */
  readonly annotators: readonly { readonly id: string; readonly name: string; readonly mine: boolean }[];
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
}

/** The next item, leased to whoever asked, or why there is none, in plain words. */
export type NextAnswer = { readonly item: ItemView } | { readonly none: string };

export interface LeaseAnswer {
  readonly lease: LeaseView | null;
  /** Why the item was not given, in plain words; null where it was. */
  readonly hindrance: string | null;
}

export interface RenewAnswer {
  readonly leases: readonly LeaseView[];
  /** Ids that somebody else has taken over, or that were released. */
  readonly lost: readonly string[];
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

export interface ReasonView {
  readonly code: string;
  readonly label: string;
  readonly help: string;
  readonly active: boolean;
  /** Some decision names it, so it can be switched off but not removed. */
  readonly used: boolean;
}

export interface GuidelinesView {
  readonly campaignId: string;
  /** 0: nobody wrote any yet, and `markdown` is the text to begin with. */
  readonly version: number;
  readonly markdown: string;
  /** Newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly markdown: string;
    /** Null where the viewer may not see names. */
    readonly by: string | null;
    readonly at: number;
  }[];
}

/** An item of a campaign whose right decision is known. */
export interface GoldItem {
  readonly number: number;
  readonly kind: ItemKind;
  readonly stage: Stage;
  readonly statement: string;
  /** The right decision. */
  readonly verdict: Verdict;
  readonly setAt: number;
  /** People whose decision stands in the campaign, and those who decided as `verdict` says; skips do not count. */
  readonly decided: number;
  readonly right: number;
}

/** What a person set for themselves, by name. */
export type Preferences = Readonly<Record<string, unknown>>;
