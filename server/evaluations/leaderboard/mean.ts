import type { Figure } from "../score.schema";

/**
 * The mean of independent shares, each with its interval. The interval is put together from theirs: the distances to the ends
 * are added as squares (MOVER, Zou and Donner 2008). Null ends where one is not known.
 */
export function meanFigure(figures: readonly Figure[]): Figure {
  const count = figures.length;
  const value = figures.reduce((sum, figure) => sum + figure.value, 0) / count;
  const reach = (end: "low" | "high"): number | null => {
    const squares = figures.map((figure) => {
      const at = figure[end];
      return at === null ? Number.NaN : (figure.value - at) ** 2;
    });
    const sum = squares.reduce((total, square) => total + square, 0);
    return Number.isNaN(sum) ? null : Math.sqrt(sum) / count;
  };
  const [down, up] = [reach("low"), reach("high")];
  return {
    value,
    low: down === null ? null : Math.max(0, value - down),
    high: up === null ? null : Math.min(1, value + up),
  };
}
