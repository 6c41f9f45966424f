/**
 * Quantiles of values in any order, linear between neighbours (type 7 of Hyndman and Fan 1996, as NumPy and R do).
 *
 * @param shares - which, each in [0, 1]
 * @returns one for each share; null of nothing
 */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).toSorted();
  return shares.map((share) => {
    const place = (sorted.length - 1) * Math.min(1, Math.max(0, share));
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    const above = sorted[Math.ceil(place)] ?? Number.NaN;
    return below + (above - below) * (place - Math.floor(place));
  });
}
