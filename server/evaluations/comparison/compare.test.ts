import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { answerRulings, evaluationItems, evaluationVerdicts } from "@/db/schema";

import { compareWorkplace } from "./testing/compare-workplace";

const SAMPLED = { samples: 4, temperature: 0.7, topP: 0.95 };

const field = (name: string) => ({ cause: { field: name } });

let place: ReturnType<typeof compareWorkplace>;
beforeEach(() => {
  place = compareWorkplace();
  place.model("a");
  place.model("b", { parentModelId: "a", round: 1 });
});

/** A solves the first 150, B loses 12 of those and wins 31 others: the example of the issue. */
const rightOfA = (item: number): boolean => item < 150;
const rightOfB = (item: number): boolean => (item >= 12 && item < 150) || (item >= 200 && item < 231);

describe("two models on the same items", () => {
  it("are told apart by the items on which they part", async () => {
    const set = place.benchmark("Sums", 500);
    const ids = [
      place.evaluated("a", set, { right: rightOfA }),
      place.evaluated("b", set, { right: rightOfB }),
    ];
    const { compared, apart, lacking, passes } = await place.caller.compare({ a: "a", b: "b" });
    expect({ apart, lacking, passes }).toEqual({ apart: [], lacking: [], passes: ["greedy"] });
    expect(compared).toHaveLength(1);
    const [found] = compared;
    expect(found).toMatchObject({
      items: 500,
      cells: { both: 138, "only-a": 12, "only-b": 31, neither: 319 },
      transitions: { wrongToRight: 31, rightToWrong: 12, preservation: { value: 138 / 150 } },
      claim: "real",
    });
    expect([found?.evaluations.a.id, found?.evaluations.b.id]).toEqual(ids);
    expect(found?.difference.value).toBeCloseTo(19 / 500, 12);
    // The exact binomial: 2 * sum(C(43, k) for k <= 12) / 2^43.
    expect(found?.p).toBeCloseTo(0.005401572654591291, 12);
    // One benchmark: nothing to correct.
    expect(found?.pAdjusted).toBe(found?.p);
    expect(found?.difference.low).toBeGreaterThan(0);
  });

  it("are corrected by Holm over every benchmark that both have, and over none that stands apart", async () => {
    const [one, two, apart] = [
      place.benchmark("One", 500),
      place.benchmark("Two", 100),
      place.benchmark("Apart", 100),
    ];
    for (const [model, right] of [["a", rightOfA] as const, ["b", rightOfB] as const]) {
      place.evaluated(model, one, { right });
      place.evaluated(model, two, { right: (item) => item % 2 === 0 });
      place.evaluated(model, apart, { right, protocol: { maxTokens: model === "a" ? 512 : 1024 } });
    }
    const { compared, apart: refused } = await place.caller.compare({ a: "a", b: "b" });
    const found = new Map(compared.map((each) => [each.benchmark.name, each]));
    expect([...found.keys()].toSorted()).toEqual(["One", "Two"]);
    const first = found.get("One");
    expect(first?.pAdjusted).toBeCloseTo(2 * (first?.p ?? 0), 12);
    expect(found.get("Two")).toMatchObject({ p: 1, pAdjusted: 1, detectable: null, claim: "not-shown" });
    expect(refused.map(({ benchmark, reason }) => ({ name: benchmark.name, reason }))).toEqual([
      { name: "Apart", reason: { kind: "protocol", parts: ["max-tokens"], sharedItems: 100 } },
    ]);
  });

  it("carry no claim on thirty items, however far apart they are", async () => {
    const set = place.benchmark("AIME 2024", 30);
    place.evaluated("a", set, { right: () => false });
    place.evaluated("b", set, { right: (item) => item < 20 });
    const [found] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    expect(found?.p).toBeLessThan(0.0001);
    expect(found?.claim).toBe("too-small-to-tell");
  });

  it("are compared by their shares of right answers where there are several", async () => {
    const set = place.benchmark("Sums", 100);
    const sampled = { protocol: { sampled: SAMPLED } };
    place.evaluated("a", set, { ...sampled, right: (item) => item < 40 });
    place.evaluated("b", set, { ...sampled, right: (item) => item < 60 });
    const { compared, passes } = await place.caller.compare({ a: "a", b: "b", pass: "sampled" });
    expect(passes).toEqual(["greedy", "sampled"]);
    const [found] = compared;
    expect(found).toMatchObject({
      samples: 4,
      cells: { "more-a": 0, "more-b": 20, same: 80 },
      exact: true,
      transitions: null,
      a: { score: 0.4, correct: 160, answers: 400 },
    });
    expect(found?.difference.value).toBeCloseTo(0.2, 12);
    // Twenty differences of one sign: 2 of 2^20 ways.
    expect(found?.p).toBeCloseTo(2 / 2 ** 20, 12);
    const again = await place.caller.compare({ a: "a", b: "b", pass: "sampled" });
    expect(again.compared[0]?.difference).toEqual(found?.difference);
  });

  it("are the same numbers the other way round", async () => {
    const set = place.benchmark("Sums", 500);
    place.evaluated("a", set, { right: rightOfA });
    place.evaluated("b", set, { right: rightOfB });
    const [forth] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    const [back] = (await place.caller.compare({ a: "b", b: "a" })).compared;
    expect(back?.p).toBe(forth?.p);
    expect(back?.difference.value).toBeCloseTo(-(forth?.difference.value ?? 0), 12);
    expect(back?.difference.low).toBeCloseTo(-(forth?.difference.high ?? 0), 12);
    expect(back?.cells).toMatchObject({ "only-a": 31, "only-b": 12 });
  });

  it("take the newest pair under one key, and name the others", async () => {
    const set = place.benchmark("Sums", 200);
    const old = { createdAt: 1 };
    for (const model of ["a", "b"]) place.evaluated(model, set, { right: (item) => item < 90, ...old });
    const part = { name: "part", items: 60, createdAt: 5 };
    for (const model of ["a", "b"]) place.evaluated(model, set, { right: () => true, ...part });
    // Newer still, but only A has it.
    place.evaluated("a", set, {
      name: "short",
      right: () => true,
      createdAt: 9,
      protocol: { maxTokens: 64 },
    });
    const [found] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    expect(found?.items).toBe(60);
    expect(found?.others.map(({ subset, createdAt }) => ({ subset, createdAt }))).toEqual([
      { subset: { items: 200, of: 200, seed: null }, createdAt: 1 },
    ]);
    const { a = "", b = "" } = found?.others[0] ?? {};
    const pinned = await place.caller.compare({ a, b });
    expect(pinned).toMatchObject({ pinned: set, a: { id: "a" }, b: { id: "b" } });
    expect(pinned.compared[0]?.items).toBe(200);
  });

  it("count what a failed call left out as wrong", async () => {
    const set = place.benchmark("Sums", 100);
    const a = place.evaluated("a", set, { right: () => true });
    place.evaluated("b", set, { right: () => true });
    const [item] = place.db.select().from(evaluationItems).where(eq(evaluationItems.evaluationId, a)).all();
    const own = and(
      eq(evaluationItems.evaluationId, a),
      eq(evaluationItems.problemId, item?.problemId ?? ""),
    );
    place.db.update(evaluationItems).set({ status: "failed", error: "no answer in time" }).where(own).run();
    place.db
      .delete(evaluationVerdicts)
      .where(
        and(eq(evaluationVerdicts.evaluationId, a), eq(evaluationVerdicts.problemId, item?.problemId ?? "")),
      )
      .run();
    const [found] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    expect(found?.a).toMatchObject({ failed: 1, correct: 99, answers: 100 });
  });

  it("follow a person's ruling at once", async () => {
    const set = place.benchmark("Sums", 100);
    place.evaluated("a", set, { right: () => false });
    place.evaluated("b", set, { right: () => true });
    const before = await place.caller.compareItems({ a: "a", b: "b", benchmarkId: set });
    const [first] = before.items;
    expect(first?.cell).toBe("only-b");
    place.db
      .insert(answerRulings)
      .values({
        id: "ruling",
        problemId: first?.problemId ?? "",
        answer: first?.a.extracted ?? "",
        correct: true,
        reason: "the reference has a slip",
        actorId: "test",
        at: 1,
      })
      .run();
    const after = await place.caller.compareItems({ a: "a", b: "b", benchmarkId: set });
    expect(after.items[0]?.cell).toBe("both");
    const [found] = (await place.caller.compare({ a: "a", b: "b" })).compared;
    expect(found?.cells).toMatchObject({ both: 1, "only-b": 99 });
    const item = await place.caller.compareItem({
      a: "a",
      b: "b",
      benchmarkId: set,
      problemId: first?.problemId ?? "",
    });
    expect(item.a.answers[0]).toMatchObject({ verdict: "incorrect", ruled: true });
  });
});

describe("a comparison is refused", () => {
  it.each([
    ["items", { items: 40 }, { kind: "protocol", parts: ["items"], sharedItems: 40 }],
    [
      "prompt",
      { protocol: { promptVersion: "other" } },
      { kind: "protocol", parts: ["prompt"], sharedItems: 100 },
    ],
    ["grader", { graderVersion: "0.0+rules.0" }, { kind: "protocol", parts: ["grader"], sharedItems: 100 }],
    [
      "token limit",
      { protocol: { maxTokens: 64 } },
      { kind: "protocol", parts: ["max-tokens"], sharedItems: 100 },
    ],
    ["state", { status: "paused", itemsDone: 7 }, { kind: "unfinished", side: "b" }],
    ["pass", { protocol: { greedy: false, sampled: SAMPLED } }, { kind: "no-pass", side: "b" }],
  ] as const)("where the %s differs", async (_name, change, reason) => {
    const set = place.benchmark("Sums", 100);
    place.evaluated("a", set, { right: () => true });
    place.evaluated("b", set, { right: () => true, ...change });
    const { compared, apart } = await place.caller.compare({ a: "a", b: "b" });
    expect(compared).toEqual([]);
    expect(apart.map((each) => each.reason)).toEqual([reason]);
    await expect(place.caller.compareItems({ a: "a", b: "b", benchmarkId: set })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("where sampling differs, in that pass alone", async () => {
    const set = place.benchmark("Sums", 100);
    place.evaluated("a", set, { right: () => true, protocol: { sampled: SAMPLED } });
    place.evaluated("b", set, { right: () => true, protocol: { sampled: { ...SAMPLED, temperature: 1 } } });
    expect((await place.caller.compare({ a: "a", b: "b" })).compared).toHaveLength(1);
    const { apart } = await place.caller.compare({ a: "a", b: "b", pass: "sampled" });
    expect(apart[0]?.reason).toEqual({ kind: "protocol", parts: ["sampling"], sharedItems: 100 });
  });

  it("where one was never evaluated on the benchmark, which is told", async () => {
    const set = place.benchmark("Sums", 100);
    place.evaluated("a", set, { right: () => true });
    expect((await place.caller.compare({ a: "a", b: "b" })).lacking).toEqual([
      { benchmark: { id: set, name: "Sums" }, side: "b" },
    ]);
  });

  it("of what is not there, of one with itself, and of two benchmarks", async () => {
    const [one, two] = [place.benchmark("One", 40), place.benchmark("Two", 40)];
    const a = place.evaluated("a", one, { right: () => true });
    const b = place.evaluated("b", two, { right: () => true });
    await expect(place.caller.compare({ a: "nobody", b: "b" })).rejects.toMatchObject(field("a"));
    await expect(place.caller.compare({ a: "a", b: "a" })).rejects.toMatchObject(field("b"));
    await expect(place.caller.compare({ a, b: "a" })).rejects.toMatchObject(field("b"));
    await expect(place.caller.compare({ a, b })).rejects.toMatchObject({
      message: "A is an evaluation on One, B one on Two.",
      ...field("b"),
    });
  });
});

describe("two evaluations of one model", () => {
  it("are compared on their benchmark alone", async () => {
    const [one, two] = [place.benchmark("One", 200), place.benchmark("Two", 40)];
    const first = place.evaluated("a", one, { right: rightOfA, name: "first" });
    const second = place.evaluated("a", one, { right: rightOfB, name: "second" });
    place.evaluated("a", two, { right: () => true });
    const { compared, lacking } = await place.caller.compare({ a: first, b: second });
    expect(compared.map(({ benchmark }) => benchmark.name)).toEqual(["One"]);
    expect(lacking).toEqual([]);
  });
});
