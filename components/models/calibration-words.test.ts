import { expect, it } from "vitest";
import { calibrationWords } from "./calibration-words";

const layout = { contexts: 2, threadsPerContext: 1, sequencesPerContext: 8, contextTokens: 4096 };

it("says a layout and its speed", () => {
  expect(calibrationWords({ layout, tokensPerSecond: 55.04 })).toBe(
    "2 contexts × 1 thread × 8 sequences: 55 tokens/s",
  );
  expect(calibrationWords({ layout: { ...layout, contexts: 1 }, tokensPerSecond: 0 })).toBe(
    "1 context × 1 thread × 8 sequences: does not fit into memory",
  );
});
