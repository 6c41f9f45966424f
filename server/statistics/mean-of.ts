/** Arithmetic mean; null of nothing. The mean of `passAtK(c, n, 1)` over problems is avg@n. */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
