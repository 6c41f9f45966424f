/**
 * p-values adjusted for having asked several questions, by Holm's step-down method (Holm 1979): the smallest times
 * their number, the next times one less, and so on, none below the one before it.
 *
 * @returns in the order given
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = [...pValues];
  const order = pValues.map((p, index) => ({ p, index })).toSorted((one, other) => one.p - other.p);
  let before = 0;
  for (const [rank, { p, index }] of order.entries()) {
    before = Math.max(before, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = before;
  }
  return adjusted;
}
