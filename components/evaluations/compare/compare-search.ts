import {
  createLoader,
  createParser,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { COMPARED_CELLS } from "@/server/evaluations/comparison/comparison.schema";
import { PASS_NAMES } from "@/server/evaluations/evaluations.schema";

/** Stands for B: everything that descends from A. */
export const FAMILY = "family";

const SLICES = ["level", "subject"] as const;

const parseAsPage = createParser({
  parse: (text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** What is compared; the names are those of the address. */
export const compareParsers = {
  a: parseAsString.withDefault(""),
  b: parseAsString.withDefault(""),
  pass: parseAsStringLiteral(PASS_NAMES).withDefault("greedy"),
  /** Empty: the first that can be compared. */
  benchmark: parseAsString.withDefault(""),
  slice: parseAsStringLiteral(SLICES).withDefault("level"),
};

/** Which of the items are shown. */
export const compareItemsParsers = {
  a: compareParsers.a,
  b: compareParsers.b,
  pass: compareParsers.pass,
  benchmark: compareParsers.benchmark,
  cell: parseAsStringLiteral(COMPARED_CELLS),
  level: parseAsString,
  subject: parseAsString,
  q: parseAsString.withDefault(""),
  page: parseAsPage.withDefault(1),
};

/** One item: which of the answers of each side is shown, from 0; null: the first of the pass compared. */
export const compareItemParsers = {
  ...compareItemsParsers,
  answerA: parseAsInteger,
  answerB: parseAsInteger,
};

export const loadCompareSearch = createLoader(compareParsers);
export const loadCompareItemsSearch = createLoader(compareItemsParsers);

export type CompareSearch = inferParserType<typeof compareParsers>;
export type CompareItemsSearch = inferParserType<typeof compareItemsParsers>;

/** Input of `evaluations.compareItems`; the page and the browser ask for the same, so that what was prefetched is used. */
export function toItemsInput({ a, b, pass, benchmark, cell, level, subject, q, page }: CompareItemsSearch) {
  return { a, b, pass, benchmarkId: benchmark, cell, level, subject, text: q.slice(0, 200), page };
}

/** Input of `evaluations.compareItem`. */
export function toItemInput(search: CompareItemsSearch, problemId: string) {
  const { page: _page, ...input } = toItemsInput(search);
  return { ...input, problemId };
}
