/** Units that were rated alike: how many raters gave each category, and how many such units there are. */
export interface Unit {
  readonly counts: readonly number[];
  readonly times: number;
}

export const ratersOf = ({ counts }: Unit): number => counts.reduce((sum, count) => sum + count, 0);

/** Sum of `values`, each times its weight, over the sum of the weights. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (let index = 0; index < values.length; index++) {
    const weight = weights[index] ?? 0;
    sum += weight * (values[index] ?? 0);
    total += weight;
  }
  return sum / total;
}

/** Chance that two ratings are of one category, were both drawn from all ratings of all units. */
export function chanceAlike(units: readonly Unit[], weights: readonly number[]): number {
  const totals = (units[0]?.counts ?? []).map(() => 0);
  let all = 0;
  for (let index = 0; index < units.length; index++) {
    const counts = units[index]?.counts ?? [];
    const weight = weights[index] ?? 0;
    for (let category = 0; category < counts.length; category++) {
      const added = weight * (counts[category] ?? 0);
      totals[category] = (totals[category] ?? 0) + added;
      all += added;
    }
  }
  return totals.reduce((sum, total) => sum + (total / all) ** 2, 0);
}

/** Categories that anybody used. */
export function usedCategories(units: readonly Unit[]): number {
  const used = new Set<number>();
  for (const { counts } of units) {
    for (const [category, count] of counts.entries()) if (count > 0) used.add(category);
  }
  return used.size;
}

/**
 * Collects ratings, one row a unit, null where a rater gave none, into counts by category. Who rated does not
 * matter to what is computed from it. Equal rows become one unit with `times`.
 */
export function unitsOf<T>(rows: readonly (readonly (T | null)[])[], categories: readonly T[]): Unit[] {
  const found = new Map<string, { counts: number[]; times: number }>();
  for (const row of rows) {
    const counts = categories.map((category) => row.filter((rating) => rating === category).length);
    const key = counts.join(",");
    const same = found.get(key);
    if (same === undefined) found.set(key, { counts, times: 1 });
    else same.times += 1;
  }
  return [...found.values()];
}

/** Units with the commonest number of raters from two up, and that number; where two are as common, the larger. */
export function commonestRaters(units: readonly Unit[]): { readonly raters: number; readonly units: Unit[] } {
  const times = new Map<number, number>();
  for (const unit of units) {
    const raters = ratersOf(unit);
    if (raters >= 2) times.set(raters, (times.get(raters) ?? 0) + unit.times);
  }
  const best = [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  return { raters: best, units: units.filter((unit) => best > 0 && ratersOf(unit) === best) };
}
