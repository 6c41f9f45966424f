/** Counts: row, what the first said; column, what the second said. Square, in the order of the categories. */
export type Table = readonly (readonly number[])[];

/** What two raters said of the same units; units where one of them said nothing, or something else, are left out. */
export function confusion<T>(
  first: readonly (T | null)[],
  second: readonly (T | null)[],
  categories: readonly T[],
): Table {
  const table = categories.map(() => categories.map(() => 0));
  for (const [unit, rating] of first.entries()) {
    const row = rating === null ? undefined : table[categories.indexOf(rating)];
    const other = second[unit] ?? null;
    const column = other === null ? -1 : categories.indexOf(other);
    if (row !== undefined && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

/** Units of a table, and those where both said the same. */
export function agreements(table: Table): { readonly same: number; readonly total: number } {
  return {
    same: table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0),
    total: table.reduce((sum, row) => sum + row.reduce((part, count) => part + count, 0), 0),
  };
}
