import { normalQuantile } from "../normal";

export interface Detectable {
  readonly items: number;
  /** Share of items that only one of the two models solves. */
  readonly discordance: number;
  /** @default 0.8 */
  readonly power?: number;
  /** Two-sided. @default 0.05 */
  readonly level?: number;
}

/**
 * The smallest difference of two shares on the same items that McNemar's test finds with the power asked for, from the
 * normal approximation of Connor (1987): difference * sqrt(n) = z_level sqrt(d) + z_power sqrt(d - difference^2), solved for
 * the difference. It can be above `discordance`, which no difference is: then these items cannot show any.
 */
export function smallestDetectable({ items, discordance, power = 0.8, level = 0.05 }: Detectable): number {
  const atLevel = normalQuantile(1 - level / 2) * Math.sqrt(discordance);
  const atPower = normalQuantile(power);
  // a = difference sqrt(n) - atLevel, squared: (n + zp^2) x^2 - 2 sqrt(n) atLevel x + atLevel^2 - zp^2 d = 0.
  const a = items + atPower ** 2;
  const half = Math.sqrt(items) * atLevel;
  const rest = atLevel ** 2 - atPower ** 2 * discordance;
  return (half + Math.sign(atPower) * Math.sqrt(Math.max(0, half ** 2 - a * rest))) / a;
}
