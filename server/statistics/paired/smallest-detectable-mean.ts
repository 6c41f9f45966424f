import { normalQuantile } from "../normal";

export interface DetectableMean {
  readonly items: number;
  /** Standard deviation of the per-item differences. */
  readonly deviation: number;
  /** @default 0.8 */
  readonly power?: number;
  /** Two-sided. @default 0.05 */
  readonly level?: number;
}

/**
 * The smallest mean of per-item differences that a paired test finds with the power asked for, by the normal
 * approximation: (z_level + z_power) deviation / sqrt(n) (Miller 2024, "Adding error bars to evals", section 5).
 */
export function smallestDetectableMean({
  items,
  deviation,
  power = 0.8,
  level = 0.05,
}: DetectableMean): number {
  return ((normalQuantile(1 - level / 2) + normalQuantile(power)) * deviation) / Math.sqrt(items);
}

/** Standard deviation with n - 1 in the denominator; null of fewer than two values. */
export function deviationOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
