import type { BoardCell, BoardRow } from "./board-view";
import { grouped } from "@/server/foundation/grouped";
import { directionOf, type BoardFilter } from "./leaderboard.schema";

/** A finished, ranked value; what is at work is not ranked yet. */
export function rankedValue(cell: BoardCell | undefined): number | null {
  const ranked = cell?.ranked ?? null;
  return ranked?.status === "finished" ? (ranked.figure?.value ?? null) : null;
}

/**
 * Rows in the order asked for. `rows` come in the order of families; under families, a family stands where its highest (or
 * lowest) member would, and its own order is that of its rounds. What has no number comes last either way.
 */
export function orderRows(
  rows: readonly BoardRow[],
  asked: Pick<BoardFilter, "sort" | "direction" | "flat">,
): BoardRow[] {
  const { sort, flat } = asked;
  const direction = directionOf(asked);
  if (sort === "model") {
    const named = (row: BoardRow): string => (flat ? row.model.name : row.model.familyName);
    const ordered = rows.toSorted((a, b) => named(a).localeCompare(named(b), "en", { numeric: true }));
    const byName = direction === "descending" ? flipped(ordered, flat) : ordered;
    return flat ? byName : together(byName);
  }
  const sign = direction === "descending" ? -1 : 1;
  const valueOf = (row: BoardRow): number | null => {
    if (sort !== "mean") return rankedValue(row.cells[sort]);
    return row.mean !== null && "figure" in row.mean ? row.mean.figure.value : null;
  };
  const values = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row);
    const key = flat ? row.model.id : row.model.familyId;
    const known = values.get(key);
    if (value !== null && (known === undefined || (value - known) * sign < 0)) values.set(key, value);
  }
  const place = ({ model }: BoardRow): number => {
    const value = values.get(flat ? model.id : model.familyId);
    return value === undefined ? Number.POSITIVE_INFINITY : value * sign;
  };
  const ordered = rows.toSorted((a, b) => compare(place(a), place(b)));
  return flat ? ordered : together(ordered);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function flipped(rows: readonly BoardRow[], flat: boolean): BoardRow[] {
  if (flat) return rows.toReversed();
  return [...grouped(rows, ({ model }) => model.familyId).values()].toReversed().flat();
}

/** Families that stand level are not mixed. */
function together(rows: readonly BoardRow[]): BoardRow[] {
  return [...grouped(rows, ({ model }) => model.familyId).values()].flat();
}
