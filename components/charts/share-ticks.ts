/** Shares in [0, 1]: from where to where an axis reaches, and its ticks. */
export interface ShareAxis {
  readonly yDomain: readonly [number, number];
  readonly yTicks: readonly number[];
}

const STEPS = [0.02, 0.05, 0.1, 0.2, 0.25];
const MOST_TICKS = 6;
/** An axis never shows less than so much: a hair's breadth would look like a mountain. */
const LEAST_SPAN = 0.1;

/** The axis that holds all of the shares, on round numbers, within 0 and 1. */
export function shareTicks(shares: readonly number[]): ShareAxis {
  if (shares.length === 0) return { yDomain: [0, 1], yTicks: [0, 0.25, 0.5, 0.75, 1] };
  const [least, most] = [Math.max(0, Math.min(...shares)), Math.min(1, Math.max(...shares))];
  const grown = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  for (const step of STEPS) {
    const from = Math.max(0, Math.floor((least - grown) / step + 1e-9));
    const to = Math.min(Math.round(1 / step), Math.ceil((most + grown) / step - 1e-9));
    if (to - from < MOST_TICKS) {
      const yTicks = Array.from({ length: to - from + 1 }, (_, index) =>
        Number(((from + index) * step).toFixed(4)),
      );
      return { yDomain: [yTicks[0] ?? 0, yTicks.at(-1) ?? 1], yTicks };
    }
  }
  return { yDomain: [0, 1], yTicks: [0, 0.25, 0.5, 0.75, 1] };
}
