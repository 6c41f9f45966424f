import { upperTail } from "./normal";

/**
 * Two-sided p-value of the score test that the true share is one half (no preference). It agrees with Wilson's
 * interval: p is below 0.05 just where the 95% interval leaves 0.5 out. Null without trials.
 */
export function testOfHalf(successes: number, trials: number): number | null {
  if (trials <= 0) return null;
  const z = (successes / trials - 0.5) / Math.sqrt(0.25 / trials);
  return Math.min(1, 2 * upperTail(Math.abs(z)));
}
