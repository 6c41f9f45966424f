import { describe, expect, it } from "vitest";
import { cancelWords, stoppingWords } from "./cancel-words";

const live = (samplesInFlight: number) => ({ samplesInFlight, callsWaiting: 0, tokensPerSecond: null });

describe("words about what is in flight", () => {
  it.each([
    [null, "It ends for good. What is on record stays: pairs, chains and calls."],
    [
      live(1),
      "It ends for good. 1 sample in flight is stopped and lost. What is on record stays: pairs, chains and calls.",
    ],
    [
      live(12),
      "It ends for good. 12 samples in flight are stopped and lost. What is on record stays: pairs, chains and calls.",
    ],
  ])("a cancel with %o", (now, words) => {
    expect(cancelWords({ live: now })).toBe(words);
  });

  it.each([
    ["running", live(3), null],
    ["paused", null, null],
    ["pausing", live(0), "It pauses in a moment."],
    ["cancelling", live(3), "What is in flight is being stopped."],
  ] as const)("%s with %o: %s", (status, now, words) => {
    expect(stoppingWords({ status, live: now })).toBe(words);
  });

  it("says how many a pause waits for", () => {
    expect(stoppingWords({ status: "pausing", live: live(4) })).toMatch(/^4 samples in flight may still end/);
  });
});
