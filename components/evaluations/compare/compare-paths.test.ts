import { expect, it } from "vitest";
import { compareExportPath, compareItemPath, compareItemsPath, comparePath } from "./compare-paths";
import { loadCompareItemsSearch, loadCompareSearch } from "./compare-search";

it("an address holds what is compared, and gives it back", () => {
  const search = {
    a: "model a",
    b: "eval&b",
    pass: "sampled",
    benchmark: "set_1",
    slice: "subject",
  } as const;
  const path = comparePath(search);
  expect(path.startsWith("/leaderboard/compare?")).toBe(true);
  expect(loadCompareSearch(new URL(path, "http://x").searchParams)).toEqual(search);
  expect(comparePath({})).toBe("/leaderboard/compare");
});

it("an address of items holds the whole filter and the page, and gives them back", () => {
  const search = {
    a: "a",
    b: "b",
    pass: "greedy",
    benchmark: "set_1",
    cell: "only-b",
    level: "Level 5",
    subject: "Number Theory",
    q: "how many",
    page: 3,
  } as const;
  expect(loadCompareItemsSearch(new URL(compareItemsPath(search), "http://x").searchParams)).toEqual(search);
  const item = new URL(compareItemPath("problem/1", search), "http://x");
  expect(item.pathname).toBe("/leaderboard/compare/items/problem%2F1");
  // Neighbours are counted over all pages.
  expect(loadCompareItemsSearch(item.searchParams)).toEqual({ ...search, page: 1 });
});

it("what an address says wrongly falls back", () => {
  const wrong = new URLSearchParams("a=a&b=b&pass=both&cell=some&page=-2&slice=colour");
  expect(loadCompareItemsSearch(wrong)).toMatchObject({ pass: "greedy", cell: null, page: 1 });
  expect(loadCompareSearch(wrong)).toMatchObject({ slice: "level" });
});

it("a file is asked for by what is compared", () => {
  expect(compareExportPath({ a: "a", b: "b", pass: "greedy", benchmark: "s" }, "csv")).toBe(
    "/api/exports/comparison?a=a&b=b&pass=greedy&benchmark=s&format=csv",
  );
});
