import { expect, it } from "vitest";
import { estimateOutcome } from "./estimate-outcome";

const estimate = { generatedTokens: 40_120, durationMs: 540_000, basis: "As measured." };
const came = { generatedTokens: 43_210, activeMs: 521_000 };

it.each([
  [
    { status: "finished", estimate, ...came },
    "Estimated 40,000 tokens and 9 min; came to 43,210 tokens and 8 min 41 s.",
  ],
  [
    { status: "running", estimate, ...came },
    "Estimated 40,000 tokens and 9 min; so far 43,210 tokens and 8 min 41 s.",
  ],
  [
    { status: "cancelled", estimate: { ...estimate, durationMs: null }, ...came },
    "Estimated 40,000 tokens for the whole run; it was cancelled after 43,210 tokens and 8 min 41 s.",
  ],
  [{ status: "queued", estimate, generatedTokens: 0, activeMs: 0 }, "Estimated 40,000 tokens and 9 min."],
  [{ status: "finished", estimate: null, ...came }, null],
] as const)("%o is told as %s", (run, words) => {
  expect(estimateOutcome(run)).toBe(words);
});
