import { expect, it } from "vitest";
import { boardExportPath, boardFilter, isNarrowed, loadBoardSearch } from "./board-search";

const read = (query: string) => loadBoardSearch(new URLSearchParams(query));

it("the address says what is ranked, which rows, and in which order", () => {
  expect(
    boardFilter(
      read(
        "metric=avg&q=round&family=m1&benchmark=b1&finished=true&groups=k1,k2&sort=b1&dir=ascending&flat=true",
      ),
    ),
  ).toEqual({
    metric: "avg",
    text: "round",
    familyId: "m1",
    benchmarkId: "b1",
    finishedOnly: true,
    groups: ["k1", "k2"],
    sort: "b1",
    direction: "ascending",
    flat: true,
  });
});

it("what does not fit is left open", () => {
  expect(boardFilter(read("metric=bogus&dir=sideways"))).toMatchObject({ metric: "greedy", direction: null });
  expect(boardFilter(read(`metric=avg&q=${"x".repeat(201)}`))).toMatchObject({ metric: "avg", text: "" });
});

it("a narrowed table is told from a whole one", () => {
  expect(isNarrowed(read("metric=avg&flat=true&sort=b1"))).toBe(false);
  expect(["q=a", "family=a", "benchmark=a", "finished=true"].map((query) => isNarrowed(read(query)))).toEqual(
    [true, true, true, true],
  );
});

it("the download has the page's filters, and not what is picked", () => {
  const path = boardExportPath(read("metric=maj&q=a%26b&pick=m1,m2&chart=b1"), "csv");
  expect(path.startsWith("/api/exports/leaderboard?format=csv")).toBe(true);
  expect(boardFilter(read(path.split("?")[1] ?? ""))).toMatchObject({ metric: "maj", text: "a&b" });
  expect(path).not.toContain("pick");
  expect(path).not.toContain("chart");
});
