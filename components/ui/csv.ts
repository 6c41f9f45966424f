export type CsvCell = string | number | null;

/** The characters by which spreadsheets tell a formula; a tab or a carriage return before one is dropped by some of them. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it: a model's
 * name is somebody's text. Numbers stay numbers; null is an empty cell.
 */
function csvCell(value: CsvCell): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows under the names of the first one's columns, each line ended by CRLF. Nothing for no rows. */
export function toCsv(rows: readonly Readonly<Record<string, CsvCell>>[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const columns = Object.keys(first);
  const lines = [
    columns.map(csvCell),
    ...rows.map((row) => columns.map((column) => csvCell(row[column] ?? null))),
  ];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}
