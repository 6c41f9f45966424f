import { createSerializer } from "nuqs/server";
import {
  compareItemsParsers,
  compareParsers,
  type CompareItemsSearch,
  type CompareSearch,
} from "./compare-search";

const serializeCompare = createSerializer(compareParsers);
const serializeItems = createSerializer(compareItemsParsers);

type ItemsSearch = Partial<CompareItemsSearch>;

/** The comparison of two, as its page shows it. */
export function comparePath(search: Partial<CompareSearch>) {
  return `/leaderboard/compare${asQuery(serializeCompare(search))}` as const;
}

/** The items of a comparison that a filter lets through. */
export function compareItemsPath(search: ItemsSearch) {
  return `/leaderboard/compare/items${asQuery(serializeItems(search))}` as const;
}

/** One item of both; the filter decides what comes before and after it. */
export function compareItemPath(problemId: string, search: ItemsSearch) {
  return `/leaderboard/compare/items/${encodeURIComponent(problemId)}${asQuery(serializeItems({ ...search, page: null }))}` as const;
}

/** The compared items as a file. */
export function compareExportPath(
  { a, b, pass, benchmark }: Pick<CompareSearch, "a" | "b" | "pass" | "benchmark">,
  format: "csv" | "json",
): string {
  return `/api/exports/comparison?${new URLSearchParams({ a, b, pass, benchmark, format }).toString()}`;
}

function asQuery(serialized: string): `?${string}` | "" {
  return serialized.startsWith("?") ? `?${serialized.slice(1)}` : "";
}
