import { describe, expect, it } from "vitest";
import { RUN_STATUSES } from "@/server/runs/runs.schema";
import { isBudgetSpent, isOver, isUnderWay, runActions } from "./run-status";

describe("run status", () => {
  it.each(RUN_STATUSES)("%s is under way, paused or over, and exactly one of them", (status) => {
    const states = [isUnderWay(status), status === "paused", isOver(status)];
    expect(states.filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ["queued", "pause cancel"],
    ["running", "pause cancel"],
    ["pausing", "cancel"],
    ["paused", "resume cancel"],
    ["cancelling", ""],
    ["cancelled", ""],
    ["finished", ""],
  ] as const)("a %s run offers: %s", (status, offered) => {
    const actions = Object.entries(runActions(status)).flatMap(([name, may]) => (may ? [name] : []));
    expect(actions.join(" ")).toBe(offered);
  });

  it.each([
    ["paused", 100, true],
    ["paused", 101, false],
    ["paused", null, false],
    ["running", 100, false],
  ] as const)("%s after 100 tokens of %s: spent is %s", (status, tokenBudget, spent) => {
    expect(isBudgetSpent({ status, generatedTokens: 100, launch: { tokenBudget } })).toBe(spent);
  });
});
