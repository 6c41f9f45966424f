import { beforeEach, describe, expect, it } from "vitest";
import { comparisonRows, exportComparison } from "./export-comparison";
import { compareWorkplace } from "./testing/compare-workplace";

const SAMPLED = { samples: 4, temperature: 0.7, topP: 0.95 };

let place: ReturnType<typeof compareWorkplace>;
let set: string;
let pair: { a: string; b: string; benchmarkId: string };

/** Of 100 items: 30 both, 10 only A, 20 only B, 40 neither. */
beforeEach(() => {
  place = compareWorkplace();
  place.model("a");
  place.model("b");
  set = place.benchmark("Sums", 100);
  const sampled = { protocol: { sampled: SAMPLED } };
  place.evaluated("a", set, { ...sampled, right: (item) => item < 40 });
  place.evaluated("b", set, { ...sampled, right: (item) => item < 30 || (item >= 40 && item < 60) });
  pair = { a: "a", b: "b", benchmarkId: set };
});

describe("items", () => {
  it("of each cell are as many as the comparison counts, and all of that cell", async () => {
    const [found] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    expect(found?.cells).toEqual({ both: 30, "only-a": 10, "only-b": 20, neither: 40 });
    for (const cell of ["both", "only-a", "only-b", "neither"] as const) {
      const { items, total, cells } = await place.caller.compareItems({ ...pair, cell });
      expect(total).toBe(found?.cells[cell]);
      expect(cells).toEqual(found?.cells);
      expect(new Set(items.map((item) => item.cell))).toEqual(new Set([cell]));
    }
  });

  it("are found by level, subject and words together, a page at a time", async () => {
    const first = await place.caller.compareItems(pair);
    expect(first).toMatchObject({
      total: 100,
      levels: ["Level 1", "Level 2", "Level 3"],
      subjects: ["even", "odd"],
    });
    expect(first.items).toHaveLength(25);
    const last = await place.caller.compareItems({ ...pair, page: 4 });
    expect(last.items.at(-1)?.externalId).toBe("sum-99");
    const some = await place.caller.compareItems({
      ...pair,
      level: "Level 1",
      subject: "even",
      text: "SUM-1",
    });
    expect(some.items.map(({ externalId }) => externalId)).toEqual(["sum-12", "sum-18"]);
  });

  it("have neighbours within their filter", async () => {
    const { items } = await place.caller.compareItems({ ...pair, cell: "only-a" });
    const ids = items.map(({ problemId }) => problemId);
    const second = await place.caller.compareItem({ ...pair, cell: "only-a", problemId: ids[1] ?? "" });
    expect(second).toMatchObject({ place: 2, total: 10, previous: ids[0], next: ids[2] });
    const end = await place.caller.compareItem({ ...pair, cell: "only-a", problemId: ids[9] ?? "" });
    expect(end).toMatchObject({ place: 10, previous: ids[8], next: null });
    const outside = await place.caller.compareItem({ ...pair, cell: "both", problemId: ids[1] ?? "" });
    expect(outside).toMatchObject({ place: null, previous: null, next: null, cell: "only-a" });
  });

  it("show every answer whole, with its call and what was read in it", async () => {
    const { items } = await place.caller.compareItems({ ...pair, cell: "only-a" });
    const [first] = items;
    const { a, b } = await place.caller.compareItem({ ...pair, problemId: first?.problemId ?? "" });
    expect(a.answers.map(({ pass, number }) => `${pass} ${String(number)}`)).toEqual([
      "greedy 0",
      "sampled 0",
      "sampled 1",
      "sampled 2",
      "sampled 3",
    ]);
    expect(a.answers[0]).toMatchObject({
      verdict: "correct",
      extracted: first?.answer,
      ruled: null,
      tokens: 120,
    });
    expect(b.answers[0]).toMatchObject({ verdict: "incorrect", extracted: `${first?.answer ?? ""}9` });
    expect(a.answers[0]?.text).toContain(String.raw`\boxed{`);
  });

  it("of another benchmark are not there", async () => {
    const other = place.benchmark("Others", 40);
    await expect(place.caller.compareItems({ ...pair, benchmarkId: other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(place.caller.compareItem({ ...pair, problemId: "none" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      cause: { field: "problemId" },
    });
  });
});

describe("slices", () => {
  it("cut the same items by level and by subject, and are not tested", async () => {
    const slices = await place.caller.compareSlices(pair);
    const [whole] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    for (const by of ["level", "subject"] as const) {
      const parts = slices.filter((slice) => slice.by === by);
      expect(parts.reduce((sum, { items }) => sum + items, 0)).toBe(100);
      const onlyB = parts.reduce((sum, { cells }) => sum + (cells["only-b"] ?? 0), 0);
      expect(onlyB).toBe(whole?.cells["only-b"]);
      for (const { difference, a, b } of parts) {
        expect(difference.value).toBeCloseTo(b - a, 12);
        expect(difference.low).toBeLessThanOrEqual(difference.value);
      }
    }
    expect(slices[0]).not.toHaveProperty("p");
  });

  it("of the sampled pass are over all answers", async () => {
    const [first] = await place.caller.compareSlices({ ...pair, pass: "sampled" });
    expect(first).toMatchObject({ by: "level", name: "Level 1", items: 34 });
    expect(Object.keys(first?.cells ?? {})).toEqual(["more-a", "more-b", "same"]);
  });
});

describe("the file of a comparison", () => {
  it("holds what the page counts, item by item", async () => {
    const [page] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    const exported = exportComparison(place.db, { ...pair, pass: "greedy" });
    const count = (a: number, b: number): number =>
      exported.items.filter((item) => item.a.right === a && item.b.right === b).length;
    expect({ both: count(1, 1), "only-a": count(1, 0), "only-b": count(0, 1), neither: count(0, 0) }).toEqual(
      page?.cells,
    );
    expect(exported.evaluations).toEqual({ a: page?.evaluations.a.id, b: page?.evaluations.b.id });
    const rows = comparisonRows(exported);
    expect(rows).toHaveLength(page?.items ?? 0);
    expect(rows[0]).toMatchObject({ id: "sum-0", a_right: 1, a_asked: 1, a_correct: "1", b_answers: "42" });
  });

  it("holds every answer of the sampled pass", async () => {
    const [page] = (await place.caller.compare({ a: "a", b: "b", pass: "sampled" })).compared;
    const { items, samples } = exportComparison(place.db, { ...pair, pass: "sampled" });
    expect(samples).toBe(4);
    expect(items.every(({ a, b }) => a.correct.length === 4 && b.tokens.length === 4)).toBe(true);
    const right = items.reduce((sum, { a }) => sum + a.right, 0);
    expect(right).toBe(page?.a.correct);
  });
});
