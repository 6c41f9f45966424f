"use client";

/**
 * `components/evaluations/leaderboard` owns the page of models against benchmarks. What may be ranked and what the order says is
 * up to `server/evaluations/leaderboard`; pictures are drawn by `components/charts`.
 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { debounce, useQueryStates } from "nuqs";
import { useCallback, useDeferredValue } from "react";
import { useTRPC } from "@/components/trpc/client";
import { buttonClass, Button } from "@/components/ui/button";
import { formatCount, formatInteger } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { BoardPage, Leaderboard } from "@/server/evaluations/leaderboard/board-view";
import { BOARD_PAGE_SIZE, directionOf } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { ApartSection } from "./apart-section";
import { BoardFilters } from "./board-filters";
import {
  boardExportPath,
  boardFilter,
  boardPage,
  boardParsers,
  isNarrowed,
  type BoardSearch,
} from "./board-search";
import { BoardTable } from "./board-table";
import { FirstEvaluation } from "./first-evaluation";
import { PickBar } from "./pick-bar";
import { Pictures } from "./pictures";
import { PublishedSection } from "./published-section";
import { VerdictList } from "./verdict-list";

const TYPING_MS = 250;
const BUSY_MS = 5_000;

/** The leaderboard for what the address asks. */
export function LeaderboardPage() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(boardParsers);
  const query = useQuery(
    trpc.evaluations.leaderboard.queryOptions(boardPage(search), {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data !== undefined && grows(state.data) ? BUSY_MS : false),
    }),
  );
  const change = (next: Partial<BoardSearch>): void => {
    setSearch({ page: 1, ...next }, { history: "push" }).catch(() => undefined);
  };
  const pick = useCallback(
    (modelId: string, picked: boolean) => {
      setSearch(({ pick: before }) => {
        const others = before.filter((id) => id !== modelId);
        return { pick: picked ? [...others.slice(-1), modelId] : others };
      }).catch(() => undefined);
    },
    [setSearch],
  );
  const board = query.data;
  const nothing = board?.models === 0 && search.metric === "greedy" && !search.finished;
  return (
    <>
      {nothing ? (
        <FirstEvaluation benchmarks={board.benchmarks.length} />
      ) : (
        <>
          <BoardFilters
            search={search}
            board={board}
            onChange={change}
            onType={(q) => {
              setSearch({ q, page: 1 }, { limitUrlUpdates: debounce(TYPING_MS) }).catch(() => undefined);
            }}
          />
          {board === undefined ? (
            query.error === null ? (
              <SkeletonRows rows={8} rowHeight="4.5rem" label="Loading the leaderboard" />
            ) : (
              <ErrorState
                title="The leaderboard could not be read"
                error={query.error}
                retrying={query.isFetching}
                onRetry={() => {
                  query.refetch().catch(() => undefined);
                }}
              />
            )
          ) : (
            <div
              aria-busy={query.isPlaceholderData}
              className={query.isPlaceholderData ? "opacity-60" : undefined}
            >
              <Board board={board} search={search} onChange={change} onPick={pick} />
            </div>
          )}
        </>
      )}
      <PublishedSection />
    </>
  );
}

interface BoardProps {
  readonly board: BoardPage;
  readonly search: BoardSearch;
  readonly onChange: (change: Partial<BoardSearch>) => void;
  readonly onPick: (modelId: string, picked: boolean) => void;
}

function Board({ board, search, onChange, onPick }: BoardProps) {
  const { rows, columns, models, found, page, bestNames } = board;
  const filter = boardFilter(search);
  // A pick answers at once; the pictures follow.
  const pictures = useDeferredValue(
    <Pictures
      board={board}
      groups={search.groups}
      picked={search.pick}
      chosen={search.chart}
      onChoose={(chart) => {
        onChange({ chart, page: search.page });
      }}
    />,
  );
  if (rows.length === 0) {
    return (
      <EmptyState
        title="No model fits"
        action={
          <Button
            onClick={() => {
              onChange({ metric: "greedy", q: "", family: null, benchmark: null, finished: false });
            }}
          >
            Show all models
          </Button>
        }
      >
        {isNarrowed(search)
          ? "No model with such a number is left by the filter."
          : "No model has drawn several answers of each item. The preset “standard” does."}
      </EmptyState>
    );
  }
  return (
    <>
      <PickBar
        picked={search.pick}
        onClear={() => {
          onChange({ pick: [], page: search.page });
        }}
      />
      <BoardTable
        board={board}
        filter={filter}
        picked={search.pick}
        onPick={onPick}
        onSort={(sort) => {
          const next = directionOf(filter) === "descending" ? "ascending" : "descending";
          onChange(filter.sort === sort ? { dir: next } : { sort, dir: null });
        }}
      />
      {found === rows.length ? null : (
        <Pagination
          page={page}
          pageSize={BOARD_PAGE_SIZE}
          total={found}
          noun="model"
          onPageChange={(next) => {
            onChange({ page: next });
          }}
        />
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span className="flex-1 basis-64">
          {found === models
            ? formatCount(models, "model")
            : `${formatInteger(found)} of ${formatCount(models, "model")}`}
          . Shares in per cent on scales from 0 to 100, with 95% intervals; each column is ranked for itself.
        </span>
        {(["csv", "json"] as const).map((format) => (
          <a
            key={format}
            href={boardExportPath(search, format)}
            download
            className={buttonClass("quiet", "sm")}
          >
            Table as {format.toUpperCase()}
          </a>
        ))}
      </div>
      <VerdictList columns={columns} names={bestNames} />
      <ApartSection
        board={board}
        onRank={({ groups }, key) => {
          const own = new Set(groups.map((group) => group.key));
          onChange({ groups: [...search.groups.filter((chosen) => !own.has(chosen)), key] });
        }}
      />
      {pictures}
    </>
  );
}

function grows({ columns }: Leaderboard): boolean {
  return columns.some(({ groups }) => groups.some(({ atWork }) => atWork > 0));
}
