/**
 * `diversity` owns how different the solutions of one problem are: measures, and the choice of different ones.
 * It never samples and never pairs; the stages do.
 */

/** How often each n-gram of a list of tokens occurs. */
export function countNGrams(tokens: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= tokens.length; at++) {
    const gram = tokens.slice(at, at + n).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
