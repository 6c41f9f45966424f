import { expect, it } from "vitest";
import type { BoardRow, Leaderboard } from "./board-view";
import { BOARD_PAGE_SIZE } from "./leaderboard.schema";
import { pageOfBoard } from "./page-of-board";

function boardOf(models: number): Leaderboard {
  const rows = Array.from({ length: models }, (_, index): BoardRow => {
    const id = `m${String(index)}`;
    return {
      model: { id, name: `Model ${String(index)}`, round: null, familyId: id, familyName: id, ancestors: [] },
      cells: {},
      mean: null,
    };
  });
  const benchmark = { id: "b", name: "B", items: 500 };
  return {
    metric: "greedy",
    columns: [{ benchmark, groups: [], verdict: { kind: "best", modelId: `m${String(models - 1)}` } }],
    rows,
    models,
    families: [],
    benchmarks: [],
  };
}

it("cuts the rows into pages that hold each once, in order", () => {
  const board = boardOf(2 * BOARD_PAGE_SIZE + 7);
  const pages = [1, 2, 3].map((page) => pageOfBoard(board, page));
  expect(pages.flatMap(({ rows }) => rows)).toEqual(board.rows);
  expect(pages.map(({ rows, found }) => [rows.length, found])).toEqual([
    [BOARD_PAGE_SIZE, board.rows.length],
    [BOARD_PAGE_SIZE, board.rows.length],
    [7, board.rows.length],
  ]);
});

it("names the best of a column on every page, also where its row stands on another", () => {
  const last = BOARD_PAGE_SIZE + 2;
  const { rows, bestNames } = pageOfBoard(boardOf(last + 1), 1);
  expect(rows.some(({ model }) => model.id === `m${String(last)}`)).toBe(false);
  expect(bestNames).toEqual({ [`m${String(last)}`]: `Model ${String(last)}` });
});

it("shows the last page for one beyond it, and one empty page of nothing", () => {
  expect(pageOfBoard(boardOf(3), 9)).toMatchObject({ page: 1, found: 3 });
  expect(pageOfBoard(boardOf(0), 1)).toMatchObject({ page: 1, found: 0, rows: [] });
});
