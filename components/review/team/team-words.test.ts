import { describe, expect, it } from "vitest";
import { agreementWords, estimateRow, familyWords, machineRuleWords } from "./team-words";

describe("words of the team's figures", () => {
  it.each([
    [0.85, 0.95, "relied on"],
    [0.7, 0.9, "tentative"],
    [0.2, 0.5, "guidelines"],
    [0.5, 0.9, "cannot be told yet"],
  ])("agreement between %d and %d: %s", (low, high, words) => {
    expect(agreementWords({ value: (low + high) / 2, interval: { low, high }, reason: null })).toContain(
      words,
    );
  });

  it("claim nothing where nothing is known", () => {
    const none = { value: null, interval: null, reason: "no-overlap" } as const;
    expect(agreementWords(none)).toBeNull();
    expect(estimateRow(none, { key: "k", label: "K", count: 0 }).why).toBe(
      "No item has the decisions of two people.",
    );
  });

  it("name families and rules plainly", () => {
    expect(familyWords({ kind: "correction", stage: "self-correction" })).toBe(
      "corrections of stage 2 self-correction",
    );
    expect(machineRuleWords({ kind: "correction", refusedBy: "same-step" })).toBe(
      "corrections refused: same step",
    );
    expect(machineRuleWords({ kind: "correction", refusedBy: null })).toBe("corrections that the rules took");
    expect(machineRuleWords({ kind: "pair", level: "prefix", valuedBy: "prm" })).toBe(
      "pairs, after a shared prefix, valued by a process reward model",
    );
    expect(machineRuleWords({ kind: "pair", level: null, valuedBy: null })).toBe("pairs");
  });
});
