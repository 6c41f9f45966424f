import { describe, expect, it } from "vitest";
import { RUN_STATUSES } from "@/server/runs/runs.schema";
import { isOver, isUnderWay, runActions, spentBudgets } from "./run-status";

describe("run status", () => {
  it.each(RUN_STATUSES)("%s is under way, paused or over, and exactly one of them", (status) => {
    const states = [isUnderWay(status), status === "paused", isOver(status)];
    expect(states.filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ["queued", "pause cancel adjust retry"],
    ["running", "pause cancel adjust retry"],
    ["pausing", "cancel adjust retry"],
    ["paused", "resume cancel adjust retry"],
    ["cancelling", ""],
    ["cancelled", "remove"],
    ["finished", "retry remove"],
  ] as const)("a %s run offers: %s", (status, offered) => {
    const actions = Object.entries(runActions(status)).flatMap(([name, may]) => (may ? [name] : []));
    expect(actions.join(" ")).toBe(offered);
  });

  it.each([
    ["paused", 100, null, { tokens: true, time: false }],
    ["paused", 101, 1, { tokens: false, time: true }],
    ["paused", 101, 1.1, { tokens: false, time: false }],
    ["paused", null, null, { tokens: false, time: false }],
    ["running", 100, 1, { tokens: false, time: false }],
  ] as const)("%s after 100 tokens of %s and a minute of %s: spent is %o", (...row) => {
    const [status, tokenBudget, timeBudgetMinutes, spent] = row;
    const run = { status, generatedTokens: 100, activeMs: 60_000 };
    expect(spentBudgets({ ...run, launch: { tokenBudget, timeBudgetMinutes } })).toEqual(spent);
  });
});
