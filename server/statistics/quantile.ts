/** The `p` quantile, linear between neighbours (type 7 of Hyndman and Fan 1996, as NumPy and R do); null of nothing. */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = Float64Array.from(values).toSorted();
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
