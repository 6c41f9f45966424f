import Link from "next/link";
import type { ReactNode } from "react";
import { ScoreBar } from "@/components/charts";
import { formatCount, formatInteger } from "@/components/ui/format";
import { Badge, StatusMark } from "@/components/ui/status-mark";
import type { BoardCell as Cell, BoardNumber } from "@/server/evaluations/leaderboard/board-view";
import type { BoardMetric } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { apartWords } from "../apart-words";
import { evaluationPath, evaluationsPath } from "../paths";
import { intervalWords, shareWords } from "../score-words";
import { subsetWords } from "../subset-words";
import { metricAt } from "./board-words";

export interface BoardCellProps {
  readonly cell: Cell | undefined;
  readonly metric: BoardMetric;
  readonly modelId: string;
  readonly benchmarkId: string;
}

/** A model's number on a benchmark: ranked, at work, or apart with the reason. */
export function BoardCell({ cell, metric, modelId, benchmarkId }: BoardCellProps) {
  if (cell === undefined) return <span className="text-ink-faint">not measured</span>;
  const { ranked, standing, others, apart } = cell;
  const [aside, ...more] = ranked === null ? apart : [undefined, ...apart];
  return (
    <div className="min-w-28">
      {ranked === null ? null : (
        <>
          <NumberLine number={ranked} metric={metric} settled={ranked.status === "finished"}>
            {standing === "best" ? <Badge title="Its interval lies above every other one">best</Badge> : null}
            {standing === "level" ? (
              <span className="text-xs text-ink-faint" title="Not told apart from the highest number">
                level
              </span>
            ) : null}
          </NumberLine>
          <Notes number={ranked} />
        </>
      )}
      {aside === undefined ? null : (
        <>
          <NumberLine number={aside.number} metric={metric} settled={false} />
          <Notes number={aside.number} />
          <p className="text-xs text-ink-soft">apart: {apartWords(aside.parts)}</p>
        </>
      )}
      {others + more.length === 0 ? null : (
        <p className="flex flex-wrap gap-x-2 text-xs">
          {more.length === 0 ? null : (
            <a href="#apart" className="link">
              {formatInteger(more.length)} apart
            </a>
          )}
          {others === 0 ? null : (
            <Link
              prefetch={false}
              href={evaluationsPath({ model: modelId, benchmark: benchmarkId })}
              className="link"
            >
              {formatInteger(others)} more
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

interface NumberLineProps {
  readonly number: BoardNumber;
  readonly metric: BoardMetric;
  /** Ranked and final: drawn full. */
  readonly settled: boolean;
  readonly children?: ReactNode;
}

function NumberLine({ number, metric, settled, children }: NumberLineProps) {
  const { evaluationId, figure, k, status } = number;
  const at = metricAt(metric, k);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-1.5 whitespace-nowrap">
        <Link
          prefetch={false}
          href={evaluationPath(evaluationId)}
          className={settled ? "font-medium hover:text-accent" : "text-ink-soft hover:text-accent"}
          title={figure === null ? at : `${at}, 95% interval ${intervalWords(figure)}`}
        >
          {figure === null ? "nothing scored yet" : shareWords(figure)}
          {figure === null ? null : <span className="sr-only">, 95% interval {intervalWords(figure)}</span>}
        </Link>
        {metric === "greedy" ? null : <span className="text-xs text-ink-faint">k = {formatInteger(k)}</span>}
        {children}
      </p>
      {status === "finished" ? null : (
        <p className="text-xs">
          <StatusMark tone="active">
            {status === "paused" ? "paused" : "at work"}, {formatInteger(number.itemsDone)} of{" "}
            {formatInteger(number.subset.items)}
          </StatusMark>
        </p>
      )}
      {figure === null ? null : <ScoreBar {...figure} hollow={!settled} />}
    </>
  );
}

function Notes({ number: { subset, failed, leftOut } }: { readonly number: BoardNumber }) {
  return (
    <p className="text-xs text-ink-soft">
      {subsetWords(subset)}
      {failed === 0 ? null : (
        <span className="block text-rejected">{formatCount(failed, "failed item")} count as wrong</span>
      )}
      {leftOut === 0 ? null : <span className="block">{formatInteger(leftOut)} left out: bad reference</span>}
    </p>
  );
}
