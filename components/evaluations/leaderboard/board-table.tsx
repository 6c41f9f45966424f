import { clsx } from "clsx";
import Link from "next/link";
import { LegendMark, ScoreBar } from "@/components/charts";
import { Checkbox } from "@/components/ui/checkbox";
import { Badge } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { BoardMean, BoardRow, Leaderboard } from "@/server/evaluations/leaderboard/board-view";
import { directionOf, type BoardFilter } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { modelColour } from "../model-colour";
import { evaluationsPath } from "../paths";
import { BoardCell } from "./board-cell";
import { intervalWords, shareWords } from "./board-words";

export interface BoardTableProps {
  readonly board: Leaderboard;
  readonly filter: BoardFilter;
  /** Models picked to be compared. */
  readonly picked: readonly string[];
  readonly onPick: (modelId: string, picked: boolean) => void;
  readonly onSort: (sort: string) => void;
}

/** Models against benchmarks, each column ranked for itself. */
export function BoardTable({ board, filter, picked, onPick, onSort }: BoardTableProps) {
  const { columns, rows } = board;
  const withMean = rows.some(({ mean }) => mean !== null);
  const sortOf = (by: string) =>
    ({
      sort: filter.sort === by ? directionOf(filter) : "none",
      onSort: () => {
        onSort(by);
      },
    }) as const;
  return (
    <Table label="Leaderboard" minWidth={`${String(16 + 9 * (columns.length + Number(withMean)))}rem`}>
      <THead>
        <Th width="2.25rem">
          <span className="sr-only">Compare</span>
        </Th>
        <Th width="13rem" {...sortOf("model")}>
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
        {rows.map((row, index) => (
          <Tr key={row.model.id} selected={picked.includes(row.model.id)}>
            <Td>
              <Checkbox
                label={`Compare ${row.model.name}`}
                labelHidden
                checked={picked.includes(row.model.id)}
                onCheckedChange={(next) => {
                  onPick(row.model.id, next);
                }}
              />
            </Td>
            <Td>
              <ModelName row={row} flat={filter.flat} below={rows[index - 1]?.model.familyId ?? null} />
            </Td>
            {columns.map(({ benchmark }) => (
              <Td key={benchmark.id}>
                <BoardCell
                  cell={row.cells[benchmark.id]}
                  metric={board.metric}
                  modelId={row.model.id}
                  benchmarkId={benchmark.id}
                />
              </Td>
            ))}
            {withMean ? (
              <Td>
                <MeanCell mean={row.mean} />
              </Td>
            ) : null}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const INDENTS = ["", "pl-4", "pl-8", "pl-12", "pl-16"] as const;

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
        {shareWords(mean.figure.value)}
        <span className="sr-only">, 95% interval {intervalWords(mean.figure)}</span>
      </p>
      <ScoreBar {...mean.figure} />
    </div>
  );
}
