import { describe, expect, it } from "vitest";
import type { BoardNumber, BoardRow } from "@/server/evaluations/leaderboard/board-view";
import { PICTURED, pictured, roundLines, tokenPoints } from "./pictured";

const B = "benchmark";
const number = (value: number, status: BoardNumber["status"] = "finished"): BoardNumber => ({
  evaluationId: "e",
  status,
  key: "k",
  figure: { value, low: value - 0.1, high: value + 0.1 },
  k: 1,
  subset: { items: 10, of: 10, seed: null },
  items: 10,
  itemsDone: 10,
  leftOut: 0,
  failed: 0,
  settled: 0,
  tokens: { value: 100, low: 90, high: 110 },
  createdAt: 0,
});
/** A model below its ancestors; without a value it is measured elsewhere only. */
const row = (line: readonly string[], value: number | null, status?: BoardNumber["status"]): BoardRow => {
  const id = line.at(-1) ?? "";
  const ancestors = line
    .slice(0, -1)
    .map((ancestor, round) => ({ id: ancestor, round: round === 0 ? null : round }));
  const cell = {
    ranked: value === null ? null : number(value, status),
    standing: null,
    others: 0,
    apart: [],
  };
  return {
    model: {
      id,
      name: `Model ${id}`,
      round: ancestors.length === 0 ? null : ancestors.length,
      familyId: line[0] ?? "",
      familyName: `Model ${line[0] ?? ""}`,
      ancestors,
    },
    cells: { [B]: cell },
    mean: null,
  };
};

describe("round over round", () => {
  it("is one line a family, with a gap where a round was not measured", () => {
    const lines = roundLines([row(["a"], 0.3), row(["a", "a1"], null), row(["a", "a1", "a2"], 0.5)], B);
    expect(lines.map(({ label, points }) => [label, points.map(({ x, value }) => [x, value])])).toEqual([
      [
        "Model a",
        [
          [0, 0.3],
          [1, null],
          [2, 0.5],
        ],
      ],
    ]);
  });

  it("has a line to each newest checkpoint where a family branches, and none for a base alone", () => {
    const lines = roundLines(
      [row(["a"], 0.3), row(["a", "x"], 0.4), row(["a", "y"], 0.5), row(["b"], 0.2)],
      B,
    );
    expect(lines.map(({ key, label }) => [key, label])).toEqual([
      ["x", "Model a to Model x"],
      ["y", "Model a to Model y"],
    ]);
  });

  it("leaves out what is still at work", () => {
    expect(roundLines([row(["a"], 0.3), row(["a", "a1"], 0.4, "running")], B)).toEqual([]);
  });
});

it("a picture shows the first models of the table, those picked before all others", () => {
  const rows = Array.from({ length: PICTURED + 3 }, (_, index) => row([`m${String(index)}`], 0.5));
  const { shown, all } = pictured(rows, { benchmarkId: B, picked: ["m9"] });
  expect(all).toBe(PICTURED + 3);
  expect(shown).toHaveLength(PICTURED);
  expect(shown.slice(0, 2).map(({ row: { model } }) => model.id)).toEqual(["m9", "m0"]);
  expect(tokenPoints(shown)[0]).toMatchObject({ key: "m9", x: { value: 100 }, y: { value: 0.5 } });
});
