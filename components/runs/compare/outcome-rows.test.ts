import { describe, expect, it } from "vitest";
import type { RunOutcome } from "@/server/runs/run-outcome.repo";
import { changeWords, outcomeRows } from "./outcome-rows";

const outcome: RunOutcome = {
  problemsDone: 10,
  problemsFailed: 0,
  generatedTokens: 40_000,
  activeMs: 80_000,
  tokensPerSecond: 500,
  pairs: 20,
  pairsPerMillionTokens: 500,
  correctionsTried: 12,
  correctionsAccepted: 3,
  rightShare: 0.25,
  tokensPerSolution: 181.4,
  buckets: { easy: 1, mixed: 6, hard: 3 },
};

describe("outcomes beside each other", () => {
  it("name every figure of an outcome once", () => {
    const rows = outcomeRows(outcome, { ...outcome, pairs: 30, tokensPerSecond: null, activeMs: 0 });
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
    expect(rows).toContainEqual({ label: "Pairs", a: "20", b: "30", change: "+50%" });
    expect(rows).toContainEqual({ label: "Rate", a: "500 tokens/s", b: "–", change: null });
    expect(rows).toContainEqual({
      label: "Corrections accepted",
      a: "3 of 12",
      b: "3 of 12",
      change: "same",
    });
    expect(rows).toContainEqual({ label: "First samples right", a: "25.0%", b: "25.0%", change: "same" });
  });

  it.each([
    [10, 10, "same"],
    [0, 5, null],
    [null, 5, null],
    [10, 15, "+50%"],
    [10, 6, "−40%"],
    [10, 42, "4.2 times"],
    [10, 0, "−100%"],
    [1000, 1001, "same to 1%"],
  ])("from %s to %s: %s", (before, after, words) => {
    expect(changeWords(before, after)).toBe(words);
  });
});
