import { unknown, type Estimate } from "./estimate";
import { normalQuantile } from "./normal";

/**
 * The share `successes / trials` with Wilson's score interval (Wilson 1927; recommended by Brown, Cai and DasGupta
 * 2001): it stays inside [0, 1] and is not of width 0 at 0 or 1.
 */
export function wilson(successes: number, trials: number, confidence = 0.95): Estimate {
  if (trials <= 0) return unknown("empty");
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / trials;
  const spread = (z * z) / trials;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  return {
    value: share,
    interval: {
      low: successes === 0 ? 0 : Math.max(0, centre - half),
      high: successes === trials ? 1 : Math.min(1, centre + half),
    },
    reason: null,
  };
}
