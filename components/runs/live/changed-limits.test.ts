import { expect, it } from "vitest";
import { changedLimits } from "./changed-limits";

const before = { tokenBudget: 1_000, timeBudgetMinutes: null, maxInFlight: 8, priority: 0 };

it.each([
  [{}, {}],
  [{ tokenBudget: null }, { tokenBudget: null }],
  [{ timeBudgetMinutes: 5, maxInFlight: 8 }, { timeBudgetMinutes: 5 }],
  [
    { maxInFlight: null, priority: 3 },
    { maxInFlight: null, priority: 3 },
  ],
  [{ priority: null }, {}],
])("%o is sent as %o", (after, sent) => {
  expect(changedLimits(before, { ...before, ...after })).toEqual(sent);
});
