/** Index of the earliest stop text at or after `from`, or null. */
export function firstStop(text: string, stop: readonly string[], from = 0): number | null {
  const found = stop
    .filter((s) => s !== "")
    .map((s) => text.indexOf(s, from))
    .filter((i) => i >= 0);
  return found.length === 0 ? null : Math.min(...found);
}
