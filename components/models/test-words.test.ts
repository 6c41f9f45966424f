import { expect, it } from "vitest";
import { likelihoodWords, stepsVerdict } from "./test-words";

const step = (right: boolean, value: number) => ({ text: "", right, value });

it("says how likely a text is", () => {
  expect(likelihoodWords({ text: "2 + 3 = 5", meanLogprob: -0.314, tokens: 1 })).toBe(
    "“2 + 3 = 5” has a mean log-probability of −0.31 a token (1 token).",
  );
});

it("says whether the values tell right from wrong", () => {
  expect(stepsVerdict([step(true, 0.9), step(false, 0.2), step(false, 0.1)])).toMatch(/^It values/);
  expect(stepsVerdict([step(true, 0.4), step(false, 0.4)])).toMatch(/^It does not/);
});
