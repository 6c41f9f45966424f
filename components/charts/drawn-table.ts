export interface FigureTable {
  /** The first column names the row; the others are numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

/** One row of a download: exactly what is drawn, unrounded; shares in [0, 1]; null where nothing was measured. */
export type DrawnRow = Readonly<Record<string, string | number | null>>;

/** A picture's numbers: as a table in words, and as the data behind it. */
export interface DrawnTable extends FigureTable {
  readonly data: readonly DrawnRow[];
}
