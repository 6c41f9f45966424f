import { agreements, type Table } from "./confusion";
import { unknown, type Estimate } from "./estimate";
import { normalQuantile } from "./normal";

/**
 * Cohen's kappa of two raters (Cohen 1960): agreement beyond what their own use of the categories gives by chance.
 * Interval: large-sample, from the standard error of Fleiss, Cohen and Everitt (1969), cut to [-1, 1].
 */
export function cohenKappa(
  table: Table,
  confidence = 0.95,
): Estimate & { readonly standardError: number | null } {
  const { same, total } = agreements(table);
  if (total === 0) return { ...unknown("no-overlap"), standardError: null };
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / total);
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0) / total);
  const expected = rows.reduce((sum, share, index) => sum + share * (columns[index] ?? 0), 0);
  // Whole numbers decide: one category alone used by both.
  if (rows.some((share, index) => share === 1 && columns[index] === 1)) {
    return { ...unknown("one-category"), standardError: null };
  }
  const kappa = (same / total - expected) / (1 - expected);
  const standardError = Math.sqrt(variance({ table, total, rows, columns, expected, kappa }));
  const half = normalQuantile(1 - (1 - confidence) / 2) * standardError;
  return {
    value: kappa,
    interval: { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) },
    reason: null,
    standardError,
  };
}

interface Terms {
  readonly table: Table;
  readonly total: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly expected: number;
  readonly kappa: number;
}

/** Fleiss, Cohen and Everitt (1969), equation 13. */
function variance({ table, total, rows, columns, expected, kappa }: Terms): number {
  let onDiagonal = 0;
  let beside = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const share = count / total;
      const margins = (columns[i] ?? 0) + (rows[j] ?? 0);
      if (i === j) onDiagonal += share * (1 - margins * (1 - kappa)) ** 2;
      else beside += share * margins ** 2;
    }
  }
  const centre = (kappa - expected * (1 - kappa)) ** 2;
  return Math.max(0, onDiagonal + (1 - kappa) ** 2 * beside - centre) / (total * (1 - expected) ** 2);
}
