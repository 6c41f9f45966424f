"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { IntervalLineChart, IntervalScatterChart } from "@/components/charts";
import { useTRPC } from "@/components/trpc/client";
import { Field } from "@/components/ui/field";
import { formatInteger } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Select } from "@/components/ui/select";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Term } from "@/components/ui/term";
import type { Leaderboard } from "@/server/evaluations/leaderboard/board-view";
import { subsetWords } from "../subset-words";
import { metricAt } from "./board-words";
import { curveLines, PICTURED, pictured, roundLines, tokenPoints } from "./pictured";

interface PicturesProps {
  readonly board: Leaderboard;
  readonly groups: readonly string[];
  readonly picked: readonly string[];
  /** The benchmark asked for; null: the first that has a number. */
  readonly chosen: string | null;
  readonly onChoose: (benchmarkId: string) => void;
}

/** One benchmark in pictures: rounds, curves over k, and what the numbers cost. */
export function Pictures({ board, groups, picked, chosen, onChoose }: PicturesProps) {
  const columns = board.columns.filter(({ groups: [ranked] }) => (ranked?.models ?? 0) > 0);
  const column = columns.find(({ benchmark }) => benchmark.id === chosen) ?? columns[0];
  const ranked = column?.groups[0];
  if (column === undefined || ranked === undefined) return null;
  const { id: benchmarkId, name } = column.benchmark;
  const { shown, all } = pictured(board.rows, { benchmarkId, picked });
  const valueName = metricAt(board.metric, ranked.sampling?.samples ?? 1);
  const part = subsetWords(ranked.subset);
  const lines = roundLines(board.rows, benchmarkId);
  return (
    <Section
      id="pictures"
      title="In pictures"
      lede={
        all > PICTURED
          ? `The first ${String(PICTURED)} of ${formatInteger(all)} models in the table's order, those picked first; filter, sort or turn the table to see others.`
          : "Every model of the table that is ranked on this benchmark."
      }
      actions={
        <div className="w-56">
          <Field label="Benchmark of the pictures">
            <Select
              value={benchmarkId}
              options={columns.map(({ benchmark }) => ({ value: benchmark.id, label: benchmark.name }))}
              onValueChange={onChoose}
            />
          </Field>
        </div>
      }
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
        {lines.length === 0 ? null : (
          <IntervalLineChart
            label={`${valueName}, round over round`}
            caption={`${name}, ${part}. A round that was not measured is a gap. A line has the colour of its newest checkpoint.`}
            xName="Round"
            scale="steps"
            xWords={(x) => (x === 0 ? "base" : `round ${String(x)}`)}
            seriesName="Family"
            valueName={valueName}
            series={lines}
            fileName="rounds"
          />
        )}
        <IntervalScatterChart
          label={`${valueName} against generated tokens`}
          caption={`${name}, ${part}. Up and to the left is better: more right with fewer tokens.`}
          pointName="Model"
          xName="mean generated tokens of an answer"
          yName={valueName}
          points={tokenPoints(shown)}
          fileName="tokens"
        />
        <Curves
          benchmarkId={benchmarkId}
          benchmarkName={name}
          groups={groups}
          names={new Map(shown.map(({ row: { model } }) => [model.id, model.name]))}
        />
      </div>
    </Section>
  );
}

interface CurvesProps {
  readonly benchmarkId: string;
  readonly benchmarkName: string;
  readonly groups: readonly string[];
  /** Models by id. */
  readonly names: ReadonlyMap<string, string>;
}

function Curves({ benchmarkId, benchmarkName, groups, names }: CurvesProps) {
  const trpc = useTRPC();
  const modelIds = [...names.keys()];
  const query = useQuery(
    trpc.evaluations.curves.queryOptions(
      modelIds.length === 0 ? skipToken : { benchmarkId, modelIds, groups: [...groups] },
    ),
  );
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={1} rowHeight="18rem" label="Loading the curves" />
    ) : (
      <ErrorState
        title="The curves could not be read"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const curves = query.data.filter(({ passAtK }) => passAtK.length > 0);
  const [first] = curves;
  if (first === undefined) {
    return (
      <p className="border-y border-rule py-6 text-ink-soft">
        No curves over k: none of these models has drawn several answers of each item on {benchmarkName}. The
        preset &quot;standard&quot; does.
      </p>
    );
  }
  const caption = `${benchmarkName}, ${subsetWords(first.subset)}; of ${String(first.samples)} samples.`;
  const shared = { xName: "k", scale: "log2", seriesName: "Model" } as const;
  return (
    <>
      <IntervalLineChart
        {...shared}
        label="pass@k"
        caption={
          <>
            {caption} <Term id="pass-at-k" />: the chance that one of k answers is right.
          </>
        }
        valueName="pass@k"
        series={curveLines(curves, { of: "passAtK", names })}
        fileName="pass-at-k"
      />
      <IntervalLineChart
        {...shared}
        label="maj@k"
        caption={`${caption} The chance that the answer which most of k samples give is right; among equals one is drawn.`}
        valueName="maj@k"
        series={curveLines(curves, { of: "majAtK", names })}
        fileName="maj-at-k"
      />
    </>
  );
}
