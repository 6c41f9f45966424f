import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import {
  BOARD_METRICS,
  boardFilterSchema,
  boardPageSchema,
  SORT_DIRECTIONS,
  type BoardFilter,
  type BoardPageInput,
} from "@/server/evaluations/leaderboard/leaderboard.schema";

/** What of the leaderboard is in the URL; page, server and download read it alike. */
export const boardParsers = {
  metric: parseAsStringLiteral(BOARD_METRICS).withDefault("greedy"),
  q: parseAsString.withDefault(""),
  family: parseAsString,
  benchmark: parseAsString,
  finished: parseAsBoolean.withDefault(false),
  /** Pass keys that are ranked instead of the usual ones. */
  groups: parseAsArrayOf(parseAsString).withDefault([]),
  sort: parseAsString.withDefault("model"),
  dir: parseAsStringLiteral(SORT_DIRECTIONS),
  flat: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  /** Models picked to be compared, the older choice first. */
  pick: parseAsArrayOf(parseAsString).withDefault([]),
  /** The benchmark of the pictures. */
  chart: parseAsString,
};

export const loadBoardSearch = createLoader(boardParsers);
const serializeBoard = createSerializer(boardParsers);

export type BoardSearch = inferParserType<typeof boardParsers>;

/** What to ask the server for; what does not fit is as if it were not there. */
export function boardFilter(search: BoardSearch): BoardFilter {
  const { metric, q, family, benchmark, finished, groups, sort, dir, flat } = search;
  const asked = {
    metric,
    text: q,
    familyId: family,
    benchmarkId: benchmark,
    finishedOnly: finished,
    groups,
    sort,
    direction: dir,
    flat,
  };
  return boardFilterSchema.safeParse(asked).data ?? boardFilterSchema.parse({ metric, flat });
}

/** What to ask the server for, with the page of rows. */
export function boardPage(search: BoardSearch): BoardPageInput {
  return (
    boardPageSchema.safeParse({ ...boardFilter(search), page: search.page }).data ?? {
      ...boardFilter(search),
      page: 1,
    }
  );
}

/** Whether rows or columns may be missing because somebody asked for it. */
export function isNarrowed({ q, family, benchmark, finished }: BoardSearch): boolean {
  return q !== "" || family !== null || benchmark !== null || finished;
}

/** The table as a file, with the filters of the page. */
export function boardExportPath(search: BoardSearch, format: "csv" | "json"): string {
  return `/api/exports/leaderboard${serializeBoard(`?format=${format}`, { ...search, pick: [], chart: null, page: 1 })}`;
}
