import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { measuredThroughput, tokensPerSecond } from "./throughput";

describe("tokensPerSecond", () => {
  it("spreads a call over the time it took", () => {
    const points = tokensPerSecond([{ endedAt: 10_000, durationMs: 10_000, tokens: 100 }], {
      since: 0,
      until: 20_000,
      stepMs: 5_000,
    });
    expect(points.map((point) => point.tokensPerSecond)).toEqual([10, 10, 0, 0]);
  });

  it("keeps only the share of a call that lies in the window", () => {
    const points = tokensPerSecond([{ endedAt: 5_000, durationMs: 10_000, tokens: 100 }], {
      since: 0,
      until: 5_000,
      stepMs: 5_000,
    });
    expect(points).toEqual([{ at: 0, tokensPerSecond: 10 }]);
  });

  it("gives back every token of the calls inside the window", () => {
    const span = record({
      endedAt: integer({ min: 20_000, max: 60_000 }),
      durationMs: integer({ min: 0, max: 20_000 }),
      tokens: integer({ min: 0, max: 5_000 }),
    });
    assert(
      property(array(span, { maxLength: 20 }), (spans) => {
        const points = tokensPerSecond(spans, { since: 0, until: 65_000, stepMs: 5_000 });
        const drawn = points.reduce((sum, point) => sum + (point.tokensPerSecond ?? 0) * 5, 0);
        expect(drawn).toBeCloseTo(
          spans.reduce((sum, { tokens }) => sum + tokens, 0),
          3,
        );
      }),
    );
  });
});

describe("measuredThroughput", () => {
  it("is the mean of a step's readings, and a gap where there are none", () => {
    const readings = [
      { at: 1_000, tokensPerSecond: 40 },
      { at: 5_000, tokensPerSecond: 60 },
      { at: 12_000, tokensPerSecond: 30 },
    ];
    const points = measuredThroughput(readings, { since: 0, until: 15_000, stepMs: 5_000 });
    expect(points.map((point) => point.tokensPerSecond)).toEqual([50, null, 30]);
  });
});
