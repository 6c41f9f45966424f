import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeLeft } from "./time-left";

const run = {
  status: "running",
  problemCount: 100,
  problemsDone: 20,
  problemsFailed: 5,
  activeMs: 100_000,
} as const;

describe("time left of a run", () => {
  it("goes on at the pace of the settled problems, failed ones among them", () => {
    expect(timeLeft(run)).toEqual({ kind: "known", ms: 300_000 });
  });

  it.each(["queued", "pausing", "paused", "cancelling", "cancelled", "finished"] as const)(
    "has no answer while the run is %s",
    (status) => {
      expect(timeLeft({ ...run, status })).toEqual({ kind: "none" });
    },
  );

  it.each([
    ["too few problems are settled", { problemsDone: 3, problemsFailed: 1 }],
    ["it has run for too short a time", { activeMs: 14_999 }],
    ["nothing is settled yet", { problemsDone: 0, problemsFailed: 0 }],
  ])("estimates while %s", (_why, change) => {
    expect(timeLeft({ ...run, ...change })).toEqual({ kind: "estimating" });
  });

  it("needs three settled problems of a small run and ten of a large one", () => {
    const small = { ...run, problemCount: 12, problemsFailed: 0 };
    expect(timeLeft({ ...small, problemsDone: 2 }).kind).toBe("estimating");
    expect(timeLeft({ ...small, problemsDone: 3 }).kind).toBe("known");
    const large = { ...run, problemCount: 20_000, problemsFailed: 0 };
    expect(timeLeft({ ...large, problemsDone: 9 }).kind).toBe("estimating");
    expect(timeLeft({ ...large, problemsDone: 10 }).kind).toBe("known");
  });

  it("is nothing when all is settled, and never grows when more gets settled in the same time", () => {
    expect(timeLeft({ ...run, problemsDone: 95 })).toEqual({ kind: "known", ms: 0 });
    fc.assert(
      fc.property(
        fc.record({
          problemCount: fc.integer({ min: 1, max: 20_000 }),
          problemsDone: fc.nat(20_000),
          problemsFailed: fc.nat(200),
          activeMs: fc.integer({ min: 15_000, max: 10 ** 9 }),
        }),
        (pace) => {
          const now = timeLeft({ ...pace, status: "running" });
          const further = timeLeft({ ...pace, status: "running", problemsDone: pace.problemsDone + 1 });
          fc.pre(now.kind === "known");
          expect(further).toMatchObject({ kind: "known" });
          expect(now.ms).toBeGreaterThanOrEqual(further.kind === "known" ? further.ms : Infinity);
        },
      ),
    );
  });
});
