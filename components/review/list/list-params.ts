/** `components/review/list` owns the list of items: its address, filters, table, selection and bulk acts. */
import {
  createLoader,
  createParser,
  createSerializer,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { ITEM_STATES, SORTS } from "@/server/review/review.schema";
import { filterOf, scopeParsers } from "../filter-params";

export const ITEMS_A_PAGE = 50;
const LARGEST_SEED = 2_147_483_647;

const parseAsPage = createParser({
  parse: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const parseAsSeed = createParser({
  parse: (text) => (/^\d{1,10}$/.test(text) && Number(text) <= LARGEST_SEED ? Number(text) : null),
  serialize: String,
});

/** What of the list is in the address; page, browser and saved views read it alike. */
export const listParsers = {
  ...scopeParsers,
  state: parseAsStringLiteral(ITEM_STATES),
  sort: parseAsStringLiteral(SORTS).withDefault("doubtful"),
  seed: parseAsSeed.withDefault(0),
  page: parseAsPage.withDefault(1),
};
export type ListSearch = inferParserType<typeof listParsers>;

export const loadListSearch = createLoader(listParsers);
const serializeList = createSerializer(listParsers);

/** What to ask for; the page on the server and the one in the browser must ask the same. */
export function toItemsInput(search: ListSearch) {
  const { campaign, state, sort, seed, page } = search;
  return {
    filter: filterOf(search),
    campaignId: campaign,
    // A state is one within a campaign.
    state: campaign === null ? null : state,
    sort,
    seed,
    page,
    pageSize: ITEMS_A_PAGE,
  };
}

/** The query of a saved view: all but the page. */
export function viewQuery(search: ListSearch): string {
  return serializeList({ ...search, page: 1 }).replace(/^\?/, "");
}

/** The list as a saved view left it. */
export function viewPath(query: string) {
  const kept = serializeList(loadListSearch(new URLSearchParams(query))).replace(/^\?/, "");
  return `/review/items?${kept}` as const;
}

/** A campaign's items in one state: `conflict` is its adjudication queue. */
export function statePath(campaignId: string, state: (typeof ITEM_STATES)[number]) {
  return `/review/items?${new URLSearchParams({ campaign: campaignId, state }).toString()}` as const;
}
