import type { FigureTable } from "./chart-figure";

/** One row of a download: exactly what is drawn, unrounded; shares in [0, 1]; null where nothing was measured. */
export type DrawnRow = Readonly<Record<string, string | number | null>>;

/** A picture's numbers: as a table in words, and as the data behind it. */
export interface DrawnTable extends FigureTable {
  readonly data: readonly DrawnRow[];
}
