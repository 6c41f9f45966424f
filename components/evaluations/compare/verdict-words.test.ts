import { expect, it } from "vitest";
import { verdictWords, type Judged } from "./verdict-words";

const GREEDY: Judged = {
  items: 500,
  samples: 1,
  pass: "greedy",
  cells: { both: 150, "only-a": 12, "only-b": 31, neither: 307 },
  difference: { value: 0.038, low: 0.012, high: 0.064 },
  p: 0.0054,
  pAdjusted: 0.02,
  claim: "real",
  detectable: 0.037,
};

const SAMPLED: Judged = {
  ...GREEDY,
  samples: 4,
  pass: "sampled",
  cells: { "more-a": 60, "more-b": 90, same: 350 },
};

it.each([
  [
    GREEDY,
    5,
    "B is better: it solves 31 more and 12 fewer of 500: +3.8 points, 95% CI 1.2 to 6.4, McNemar p = 0.0054; after Holm over 5 benchmarks 0.02.",
  ],
  [
    {
      ...GREEDY,
      cells: { both: 150, "only-a": 31, "only-b": 12, neither: 307 },
      difference: { value: -0.038, low: -0.064, high: -0.012 },
    },
    1,
    "B is worse: it solves 12 more and 31 fewer of 500: −3.8 points, 95% CI −6.4 to −1.2, McNemar p = 0.0054.",
  ],
  [
    { ...GREEDY, claim: "not-shown" as const, p: 0.04, pAdjusted: 0.12 },
    3,
    "No difference is shown: B solves 31 more and 12 fewer of 500: +3.8 points, 95% CI 1.2 to 6.4, McNemar p = 0.04; after Holm over 3 benchmarks 0.12; with 500 items a difference below 3.7 points would mostly go unseen.",
  ],
  [
    {
      ...GREEDY,
      items: 30,
      claim: "too-small-to-tell" as const,
      cells: { both: 2, "only-a": 0, "only-b": 9, neither: 19 },
      difference: { value: 0.3, low: 0.12, high: 0.48 },
      p: 0.0039,
      pAdjusted: 0.0078,
      detectable: 0.22,
    },
    2,
    "30 items cannot carry a claim alone: B solves 9 more and 0 fewer of 30: +30.0 points, 95% CI 12.0 to 48.0, McNemar p = 0.0039; after Holm over 2 benchmarks 0.0078; with 30 items a difference below 22.0 points would mostly go unseen.",
  ],
  [
    { ...GREEDY, cells: { both: 150, "only-a": 0, "only-b": 0, neither: 350 }, detectable: null },
    5,
    "A and B differ on none of 500 items: both solve the same 150.",
  ],
  [
    SAMPLED,
    2,
    "B is better: it does better on 90 and worse on 60 of 500 items (avg@4): +3.8 points, 95% CI 1.2 to 6.4, sign-flip p = 0.0054; after Holm over 2 benchmarks 0.02.",
  ],
  [
    { ...SAMPLED, detectable: null, cells: { "more-a": 0, "more-b": 0, same: 500 } },
    2,
    "A and B do equally well on each of 500 items.",
  ],
])("the verdict of %# over %i benchmarks", (judged, benchmarks, words) => {
  expect(verdictWords(judged, benchmarks)).toBe(words);
});

it("never says better or worse of what carries no claim", () => {
  for (const claim of ["not-shown", "too-small-to-tell"] as const) {
    expect(verdictWords({ ...GREEDY, claim }, 2)).not.toMatch(/B is (better|worse)/);
  }
});
