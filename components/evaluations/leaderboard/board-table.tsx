import { clsx } from "clsx";
import Link from "next/link";
import { memo, useDeferredValue } from "react";
import { LegendMark, ScoreBar } from "@/components/charts";
import { Checkbox } from "@/components/ui/checkbox";
import { Badge } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { BoardMean, BoardRow, Leaderboard } from "@/server/evaluations/leaderboard/board-view";
import { directionOf, type BoardFilter } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { modelColour } from "../model-colour";
import { evaluationsPath } from "../paths";
import { intervalWords, shareWords } from "../score-words";
import { BoardCell } from "./board-cell";

export interface BoardTableProps {
  readonly board: Leaderboard;
  readonly filter: BoardFilter;
  /** Models picked to be compared. */
  readonly picked: readonly string[];
  /** The same function at every drawing. */
  readonly onPick: (modelId: string, picked: boolean) => void;
  readonly onSort: (sort: string) => void;
}

/** More than a screen holds. */
const FIRST_ROWS = 25;

/** Models against benchmarks, each column ranked for itself. */
export function BoardTable({ board, filter, picked, onPick, onSort }: BoardTableProps) {
  const { columns, rows } = board;
  // The first rows are there at once; the others follow while the page already answers.
  const drawn = useDeferredValue(rows, rows.slice(0, FIRST_ROWS));
  const withMean = rows.some(({ mean }) => mean !== null);
  const sortOf = (by: string) =>
    ({
      sort: filter.sort === by ? directionOf(filter) : "none",
      onSort: () => {
        onSort(by);
      },
    }) as const;
  return (
    <Table label="Leaderboard" minWidth={`${String(13.5 + 8.25 * columns.length + 7 * Number(withMean))}rem`}>
      <THead>
        <Th width="2.25rem">
          <span className="sr-only">Compare</span>
        </Th>
        <Th width="11rem" {...sortOf("model")}>
          Model
        </Th>
        {columns.map(({ benchmark: { id, name } }) => (
          <Th key={id} {...sortOf(id)}>
            <bdi>{name}</bdi>
          </Th>
        ))}
        {withMean ? <Th {...sortOf("mean")}>Mean</Th> : null}
      </THead>
      <TBody>
        {drawn.map((row, index) => (
          <ModelRow
            key={row.model.id}
            row={row}
            columns={columns}
            metric={board.metric}
            withMean={withMean}
            flat={filter.flat}
            below={drawn[index - 1]?.model.familyId ?? null}
            picked={picked.includes(row.model.id)}
            onPick={onPick}
          />
        ))}
      </TBody>
    </Table>
  );
}

interface ModelRowProps {
  readonly row: BoardRow;
  readonly columns: Leaderboard["columns"];
  readonly metric: Leaderboard["metric"];
  readonly withMean: boolean;
  readonly flat: boolean;
  /** The family of the row above. */
  readonly below: string | null;
  readonly picked: boolean;
  readonly onPick: BoardTableProps["onPick"];
}

/** Remembered: a pick among hundreds of rows draws one of them anew. */
const ModelRow = memo(function ModelRow(props: ModelRowProps) {
  const { row, columns, metric, withMean, flat, below, picked, onPick } = props;
  const { model, cells, mean } = row;
  return (
    <Tr selected={picked}>
      <Td>
        <Checkbox
          label={`Compare ${model.name}`}
          labelHidden
          checked={picked}
          onCheckedChange={(next) => {
            onPick(model.id, next);
          }}
        />
      </Td>
      <Td>
        <ModelName row={row} flat={flat} below={below} />
      </Td>
      {columns.map(({ benchmark }) => (
        <Td key={benchmark.id}>
          <BoardCell
            cell={cells[benchmark.id]}
            metric={metric}
            modelId={model.id}
            benchmarkId={benchmark.id}
          />
        </Td>
      ))}
      {withMean ? (
        <Td>
          <MeanCell mean={mean} />
        </Td>
      ) : null}
    </Tr>
  );
});

const INDENTS = ["", "pl-3", "pl-6", "pl-9", "pl-12"] as const;

interface ModelNameProps {
  readonly row: BoardRow;
  readonly flat: boolean;
  /** The family of the row above. */
  readonly below: string | null;
}

function ModelName({ row: { model }, flat, below }: ModelNameProps) {
  const { id, name, round, familyId, familyName, ancestors } = model;
  const indent = flat ? "" : INDENTS[Math.min(ancestors.length, INDENTS.length - 1)];
  return (
    <div className={clsx("min-w-0", indent)}>
      <Link
        prefetch={false}
        href={evaluationsPath({ model: id })}
        className="flex min-w-0 items-start gap-1.5 font-medium hover:text-accent"
      >
        <span className="mt-1.5">
          <LegendMark shape="circle" colour={modelColour(id)} />
        </span>
        <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
      </Link>
      {round === null && id === familyId ? null : (
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-xs text-ink-soft">
          {round === null ? null : <Badge>round {round}</Badge>}
          {id === familyId || (!flat && below === familyId) ? null : (
            <span className="wrap-anywhere">
              of <bdi>{familyName}</bdi>
            </span>
          )}
        </p>
      )}
    </div>
  );
}

function MeanCell({ mean }: { readonly mean: BoardMean | null }) {
  if (mean === null) return null;
  if ("missing" in mean) {
    const [first, ...others] = mean.missing;
    return (
      <p className="min-w-24 text-ink-faint">
        –
        <span className="block text-xs">
          not ranked in {first}
          {others.length === 0 ? null : ` and ${String(others.length)} more`}
        </span>
      </p>
    );
  }
  return (
    <div className="min-w-24">
      <p className="font-medium" title={`95% interval ${intervalWords(mean.figure)}`}>
        {shareWords(mean.figure)}
        <span className="sr-only">, 95% interval {intervalWords(mean.figure)}</span>
      </p>
      <ScoreBar {...mean.figure} />
    </div>
  );
}
