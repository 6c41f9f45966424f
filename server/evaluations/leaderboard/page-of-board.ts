import type { BoardPage, Leaderboard } from "./board-view";
import { BOARD_PAGE_SIZE } from "./leaderboard.schema";

/** One page of a leaderboard's rows; a page beyond the last is the last. Columns, verdicts and counts are of all rows. */
export function pageOfBoard(board: Leaderboard, page: number): BoardPage {
  const pages = Math.max(1, Math.ceil(board.rows.length / BOARD_PAGE_SIZE));
  const shown = Math.min(page, pages);
  const first = (shown - 1) * BOARD_PAGE_SIZE;
  const best = new Set(
    board.columns.flatMap(({ verdict }) => (verdict?.kind === "best" ? [verdict.modelId] : [])),
  );
  return {
    ...board,
    rows: board.rows.slice(first, first + BOARD_PAGE_SIZE),
    page: shown,
    found: board.rows.length,
    bestNames: Object.fromEntries(
      board.rows.flatMap(({ model: { id, name } }) => (best.has(id) ? [[id, name]] : [])),
    ),
  };
}
