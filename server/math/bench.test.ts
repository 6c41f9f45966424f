import { expect, it } from "vitest";
import { benchGrader } from "./bench";

it("counts every answer against the clock it is given", () => {
  let time = 0;
  const result = benchGrader(() => (time += 0.5));
  expect(result.answers).toBeGreaterThan(5_000);
  expect(result.answersPerSecond).toBeCloseTo(1_000, -1);
  expect(result.slowestMilliseconds).toBeCloseTo(0.5, 5);
});
