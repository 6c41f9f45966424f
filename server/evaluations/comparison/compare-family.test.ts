import { beforeEach, describe, expect, it } from "vitest";
import { compareWorkplace } from "./testing/compare-workplace";

let place: ReturnType<typeof compareWorkplace>;
let sets: readonly string[];
beforeEach(() => {
  place = compareWorkplace();
  place.model("base");
  place.model("round-1", { parentModelId: "base", round: 1 });
  place.model("round-2", { parentModelId: "round-1", round: 2 });
  place.model("never evaluated", { parentModelId: "round-2", round: 3 });
  place.model("stranger");
  sets = [place.benchmark("One", 200), place.benchmark("Two", 200)];
  for (const [order, id] of ["base", "round-1", "round-2", "stranger"].entries()) {
    for (const set of sets) place.evaluated(id, set, { right: (item) => item < 60 + order * 8 });
  }
});

describe("a base against all its descendants", () => {
  it("is one family of tests: checkpoints times benchmarks", async () => {
    const { rows, tests, base } = await place.caller.compareFamily({ base: "base" });
    expect(base.id).toBe("base");
    expect(rows.map(({ model, depth, compared }) => [model.id, depth, compared.length])).toEqual([
      ["round-1", 1, 2],
      ["round-2", 2, 2],
    ]);
    expect(tests).toBe(4);
    const cells = rows.flatMap(({ compared }) => compared);
    // Ranked: two at 16 items, then two at 8.
    expect(cells.map(({ p, pAdjusted }) => Math.round(pAdjusted / p))).toEqual([2, 2, 4, 4]);
    expect(cells.map(({ cells: counts }) => counts["only-b"])).toEqual([8, 8, 16, 16]);
  });

  it("tells which checkpoint stands apart, and why", async () => {
    place.evaluated("never evaluated", sets[0] ?? "", { right: () => true, items: 50 });
    const { rows, tests } = await place.caller.compareFamily({ base: "base" });
    expect(tests).toBe(4);
    expect(rows.at(-1)).toMatchObject({
      model: { id: "never evaluated" },
      depth: 3,
      compared: [],
      apart: [{ reason: { kind: "protocol", parts: ["items"], sharedItems: 50 } }],
    });
  });

  it("is asked of a model that is there", async () => {
    await expect(place.caller.compareFamily({ base: "nobody" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      cause: { field: "base" },
    });
  });

  it("is offered where a model has descendants that were evaluated", async () => {
    const choices = await place.caller.compareChoices();
    expect(choices.map(({ id, benchmarks, descendants }) => [id, benchmarks, descendants])).toEqual([
      ["base", 2, 2],
      ["round-1", 2, 1],
      ["round-2", 2, 0],
      ["stranger", 2, 0],
    ]);
    expect(choices[1]).toMatchObject({ familyName: "base", round: 1 });
  });
});

it("a checkpoint leads back to the runs whose pairs trained it, also to one that was removed", async () => {
  place.trainedOn("round-1", ["run_gone"]);
  const { b } = await place.caller.compare({ a: "base", b: "round-1" });
  expect(b).toMatchObject({ parent: { id: "base" }, round: 1, trainedOn: [{ id: "run_gone", name: null }] });
});
