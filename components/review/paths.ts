import type { ItemFilter } from "@/server/review/review.schema";
import { serializeScope } from "./filter-params";

/** Through which campaign and filter; what is null or missing is not in the address. */
export interface ScopeOptions extends Partial<ItemFilter> {
  readonly campaignId?: string | null;
}

/** `?campaign=…&kind=…`, or nothing. */
function query({ campaignId = null, ...filter }: ScopeOptions): `?${string}` | "" {
  const text = serializeScope({ campaign: campaignId, ...filter });
  return text === "" ? "" : `?${text.slice(1)}`;
}

/** The campaigns. */
export function reviewPath() {
  return "/review" as const;
}

/** The list of items. */
export function itemsPath(scope: ScopeOptions = {}) {
  return `/review/items${query(scope)}` as const;
}

/** One item; with a campaign, as a step of working through it. */
export function itemPath(number: number, scope: ScopeOptions = {}) {
  return `/review/items/${number}${query(scope)}` as const;
}

/** Takes the next item of a campaign and goes to it. */
export function workPath(campaignId: string, filter: Partial<ItemFilter> = {}) {
  return `/review/work${query({ campaignId, ...filter })}` as const;
}

/** A campaign's settings, people and guidelines. */
export function campaignPath(campaignId: string) {
  return `/review/campaigns/${encodeURIComponent(campaignId)}` as const;
}

export function newCampaignPath() {
  return "/review/campaigns/new" as const;
}

/** What was done, with undo and redo. */
export function historyPath() {
  return "/review/history" as const;
}

/** The team's figures. */
export function teamPath() {
  return "/review/team" as const;
}
