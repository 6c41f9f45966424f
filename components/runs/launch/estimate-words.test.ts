import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateWords, roundEstimate } from "./estimate-words";

describe("words of an estimate", () => {
  it.each([
    [43_210, 543_000, null, "About 43,000 tokens in 9 min"],
    [980, 41_200, null, "About 980 tokens in 45 s"],
    [1_260_000, null, null, "About 1,300,000 tokens"],
    [20_000, 60_000, "tokens", "About 20,000 tokens in 1 min, then the token budget is spent"],
    [7, null, "time", "About 7 tokens, then the time budget is spent"],
  ] as const)("%d tokens and %s ms, cut by %s: %s", (...row) => {
    const [generatedTokens, durationMs, limitedBy, words] = row;
    expect(estimateWords({ generatedTokens, durationMs, limitedBy, rough: false })).toBe(words);
  });

  it("has two figures of meaning and lies within 5 per cent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10 ** 10 }), (tokens) => {
        const rounded = roundEstimate(tokens);
        expect(Math.abs(rounded - tokens) / tokens).toBeLessThanOrEqual(0.05);
        expect(String(rounded)).toMatch(/^\d{2}0*$/);
      }),
    );
  });
});
