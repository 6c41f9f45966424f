import { describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import {
  insertBenchmark,
  insertModel,
  type ModelToInsert,
} from "@/server/evaluations/testing/insert-benchmark";
import { insertEvaluated, type EvaluationToInsert } from "@/server/evaluations/testing/insert-evaluation";
import { createCallerFactory, router } from "@/server/trpc/init";
import { leaderboardProcedures } from "@/server/trpc/routers/evaluations/leaderboard";

const SAMPLED = { samples: 4, temperature: 0.7, topP: 0.95 };

/** Two benchmarks of the field and one of a person's own. */
function workplace() {
  const { db } = openTestDatabase();
  const caller = createCallerFactory(router(leaderboardProcedures))({
    db,
    clock: systemClock,
    env: readEnv({ NODE_ENV: "test", SPHERE_HOME: "/nonexistent" }),
    logger: createLogger("test", "silent"),
    actor: TEST_ADMIN,
  });
  const own = insertBenchmark(db, { name: "An own one", items: 10 });
  const aime = insertBenchmark(db, { name: "AIME 2024", items: 30, source: "aime24.jsonl" });
  const gsm = insertBenchmark(db, { name: "GSM8K test", items: 200, source: "gsm8k-test.jsonl" });
  const model = (id: string, change: Partial<ModelToInsert> = {}) =>
    insertModel(db, { id, name: id, ...change });
  /** The first `right` items are solved. */
  const evaluated = (
    modelId: string,
    benchmarkId: string,
    { right, ...change }: { readonly right: number } & Partial<Omit<EvaluationToInsert, "right">>,
  ) =>
    insertEvaluated(db, { modelId, benchmarkId, right: (item) => item < right, answers: false, ...change });
  return { db, caller, own, aime, gsm, model, evaluated };
}

describe("the columns", () => {
  it("are the benchmarks of the field in their order, then own ones that have a number", async () => {
    const { caller, own, model, evaluated } = workplace();
    const names = async () => (await caller.leaderboard({})).columns.map(({ benchmark }) => benchmark.name);
    expect(await names()).toEqual(["GSM8K test", "AIME 2024"]);
    model("base");
    evaluated("base", own, { right: 3 });
    expect(await names()).toEqual(["GSM8K test", "AIME 2024", "An own one"]);
    expect((await caller.leaderboard({ benchmarkId: own })).columns).toHaveLength(1);
  });
});

describe("what is ranked", () => {
  it("is the key that most models have, and all else stands apart with what differs", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    for (const id of ["a", "b", "c"]) model(id);
    evaluated("a", gsm, { right: 100, createdAt: 1 });
    evaluated("b", gsm, { right: 90, createdAt: 2 });
    evaluated("c", gsm, { right: 60, items: 100, createdAt: 3 });
    evaluated("a", gsm, { right: 60, name: "short", protocol: { maxTokens: 64 }, createdAt: 4 });
    const { columns, rows } = await caller.leaderboard({ sort: "model", flat: true });
    expect(columns[0]?.groups.map(({ models, parts }) => ({ models, parts }))).toEqual([
      { models: 2, parts: [] },
      { models: 1, parts: ["max-tokens"] },
      { models: 1, parts: ["items"] },
    ]);
    const shown = rows.map(({ cells }) => cells[gsm]);
    expect(shown.map((cell) => cell?.ranked?.figure?.value ?? null)).toEqual([0.5, 0.45, null]);
    expect(shown.map((cell) => cell?.apart.map(({ parts }) => parts))).toEqual([
      [["max-tokens"]],
      [],
      [["items"]],
    ]);
    expect(shown[2]?.apart[0]?.number.subset).toEqual({ items: 100, of: 200, seed: 0 });
  });

  it("can be another group, which the address names", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    for (const id of ["a", "b"]) model(id);
    evaluated("a", gsm, { right: 100 });
    evaluated("b", gsm, { right: 90 });
    evaluated("b", gsm, { right: 30, name: "part", items: 50 });
    const { columns } = await caller.leaderboard({});
    const other = columns[0]?.groups[1]?.key ?? "";
    const { rows, columns: chosen } = await caller.leaderboard({ groups: [other], sort: gsm });
    expect(chosen[0]?.groups.map(({ parts }) => parts)).toEqual([[], ["items"]]);
    expect(rows.map(({ model: { id }, cells }) => [id, cells[gsm]?.ranked?.figure?.value ?? null])).toEqual([
      ["b", 0.6],
      ["a", null],
    ]);
  });

  it("is the newest of a model's evaluations of one key; the others are counted", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    model("a");
    evaluated("a", gsm, { right: 100, name: "old", createdAt: 1 });
    const id = evaluated("a", gsm, { right: 120, name: "new", createdAt: 2 });
    const cell = (await caller.leaderboard({})).rows[0]?.cells[gsm];
    expect(cell?.ranked?.evaluationId).toBe(id);
    expect(cell?.others).toBe(1);
  });

  it("takes what has finished before what is at work, and never ranks that", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    for (const id of ["a", "b"]) model(id);
    evaluated("a", gsm, { right: 100, createdAt: 1 });
    evaluated("a", gsm, { right: 10, name: "again", status: "running", itemsDone: 20, createdAt: 2 });
    evaluated("b", gsm, { right: 20, status: "running", itemsDone: 20, createdAt: 2 });
    const { rows, columns } = await caller.leaderboard({ sort: gsm });
    expect(rows.map(({ cells }) => cells[gsm]?.ranked?.status)).toEqual(["finished", "running"]);
    expect(rows[1]?.cells[gsm]?.ranked).toMatchObject({ itemsDone: 20, items: 20, figure: { value: 1 } });
    expect(columns[0]).toMatchObject({ verdict: null, groups: [{ models: 1, atWork: 1 }] });
    const finished = await caller.leaderboard({ finishedOnly: true });
    expect(finished.rows.map(({ model: { id } }) => id)).toEqual(["a"]);
  });

  it("leaves out what has no number under the metric, and what was cancelled", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    for (const id of ["a", "b"]) model(id);
    evaluated("a", gsm, { right: 100 });
    evaluated("b", gsm, { right: 100, status: "cancelled", itemsDone: 50 });
    expect((await caller.leaderboard({})).models).toBe(1);
    expect(await caller.leaderboard({ metric: "avg" })).toMatchObject({ models: 0, rows: [] });
  });
});

describe("the numbers of samples", () => {
  it("have k, tokens, and curves of the models asked for", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    for (const id of ["a", "b"]) model(id);
    const right = 50;
    evaluated("a", gsm, { right, protocol: { sampled: SAMPLED }, tokens: () => 90 });
    evaluated("b", gsm, { right, protocol: { greedy: false, sampled: SAMPLED } });
    const { rows } = await caller.leaderboard({ metric: "pass" });
    expect(rows[0]?.cells[gsm]?.ranked).toMatchObject({
      k: 4,
      figure: { value: 0.25 },
      tokens: { value: 90 },
    });
    const curves = await caller.curves({ benchmarkId: gsm, modelIds: ["b", "a", "nobody"] });
    expect(curves.map(({ modelId, passAtK }) => [modelId, passAtK.map(({ k }) => k)])).toEqual([
      ["b", [1, 2, 4]],
      ["a", [1, 2, 4]],
    ]);
  });
});

describe("what the order of a column says", () => {
  it("calls one the best only where its interval lies above all others", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    for (const id of ["a", "b", "c"]) model(id);
    evaluated("a", gsm, { right: 160 });
    evaluated("b", gsm, { right: 100 });
    const best = await caller.leaderboard({ sort: gsm });
    expect(best.columns[0]?.verdict).toEqual({ kind: "best", modelId: "a" });
    evaluated("c", gsm, { right: 158 });
    const level = await caller.leaderboard({ sort: gsm });
    expect(level.columns[0]?.verdict).toEqual({ kind: "level", models: 2 });
    expect(level.rows.map(({ cells }) => cells[gsm]?.standing)).toEqual(["level", "level", null]);
  });

  it("calls none the best on the thirty items of AIME, whatever their numbers", async () => {
    const { caller, aime, model, evaluated } = workplace();
    for (const id of ["a", "b"]) model(id);
    evaluated("a", aime, { right: 30 });
    evaluated("b", aime, { right: 0 });
    const { columns, rows } = await caller.leaderboard({ benchmarkId: aime });
    expect(columns[0]?.verdict).toEqual({ kind: "few", items: 30 });
    expect(rows.map(({ cells }) => cells[aime]?.standing)).toEqual([null, null]);
  });
});

describe("the mean over benchmarks", () => {
  it("is there only for a model that is ranked in every column", async () => {
    const { caller, gsm, aime, model, evaluated } = workplace();
    for (const id of ["a", "b"]) model(id);
    evaluated("a", gsm, { right: 100 });
    expect((await caller.leaderboard({})).rows[0]?.mean).toBeNull();
    evaluated("a", aime, { right: 3 });
    evaluated("b", gsm, { right: 180 });
    const { rows } = await caller.leaderboard({ sort: "mean" });
    expect(rows.map(({ model: { id } }) => id)).toEqual(["a", "b"]);
    expect(rows[0]?.mean).toMatchObject({ figure: { value: 0.3 } });
    expect(rows[1]?.mean).toEqual({ missing: ["AIME 2024"] });
  });
});

describe("rows", () => {
  it("stand under their families in the order of rounds, or one by one, by name or number", async () => {
    const { caller, gsm, model, evaluated } = workplace();
    model("z-base");
    model("r1", { parentModelId: "z-base", round: 1 });
    model("r2", { parentModelId: "r1", round: 2 });
    model("other");
    for (const [id, right] of [
      ["z-base", 20],
      ["r2", 180],
      ["other", 90],
    ] as const) {
      evaluated(id, gsm, { right });
    }
    const order = async (input: Parameters<typeof caller.leaderboard>[0]) =>
      (await caller.leaderboard(input)).rows.map(({ model: { id } }) => id);
    expect(await order({})).toEqual(["other", "z-base", "r2"]);
    expect(await order({ direction: "descending" })).toEqual(["z-base", "r2", "other"]);
    expect(await order({ sort: gsm })).toEqual(["z-base", "r2", "other"]);
    expect(await order({ sort: gsm, direction: "ascending" })).toEqual(["z-base", "r2", "other"]);
    expect(await order({ sort: gsm, flat: true })).toEqual(["r2", "other", "z-base"]);
    expect(await order({ familyId: "z-base" })).toEqual(["z-base", "r2"]);
    expect(await order({ text: "OTH" })).toEqual(["other"]);
    const { rows, families } = await caller.leaderboard({});
    expect(rows.map(({ model: { ancestors } }) => ancestors.map(({ id }) => id))).toEqual([
      [],
      [],
      ["z-base", "r1"],
    ]);
    expect(families).toEqual([
      { id: "other", name: "other", models: 1 },
      { id: "z-base", name: "z-base", models: 2 },
    ]);
  });
});

it("published rows keep MATH and MATH-500 apart and hold nothing of SPHERE", async () => {
  const { caller } = workplace();
  const rows = await caller.publishedRows();
  expect(rows.find(({ model }) => model === "GPT-4o")?.results).toEqual([
    { benchmark: "GSM8K", before: null, after: 92.9 },
    { benchmark: "MATH", before: null, after: 76.6 },
    { benchmark: "AIME 2024", before: null, after: 9.3 },
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(JSON.stringify(rows)).not.toContain("SPHERE");
  for (const { results } of rows) {
    for (const { before, after } of results) {
      expect(after).toBeLessThanOrEqual(100);
      expect(before ?? 0).toBeLessThan(after);
    }
  }
});
