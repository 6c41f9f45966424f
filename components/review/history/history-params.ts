import { createParser, parseAsString, type inferParserType } from "nuqs/server";

export const ACTS_A_PAGE = 30;
/** In the place of a person: all of them. */
export const EVERYBODY = "all";

const parseAsNumber = createParser({
  parse: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** What of the history is in the address. */
export const historyParsers = {
  /** Whose acts, for administrators; nobody named: one's own. */
  person: parseAsString,
  item: parseAsNumber,
  /** Where the page begins: older acts than this one. */
  before: parseAsNumber,
};
export type HistorySearch = inferParserType<typeof historyParsers>;
