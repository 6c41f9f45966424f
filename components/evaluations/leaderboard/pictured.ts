import type { IntervalSeries, ScatterPoint } from "@/components/charts";
import type { BoardCurves, BoardRow } from "@/server/evaluations/leaderboard/board-view";
import type { Figure } from "@/server/evaluations/score.schema";
import { modelMarks } from "../model-colour";

/** Most models in one picture: more could not be told apart. */
export const PICTURED = 8;

interface Measured {
  readonly row: BoardRow;
  readonly figure: Figure;
  readonly tokens: Figure | null;
}

function measuredOn(rows: readonly BoardRow[], benchmarkId: string): Measured[] {
  return rows.flatMap((row): Measured[] => {
    const number = row.cells[benchmarkId]?.ranked ?? null;
    return number?.status === "finished" && number.figure !== null
      ? [{ row, figure: number.figure, tokens: number.tokens }]
      : [];
  });
}

/** The first models of the table that are ranked on the benchmark, those picked before all others. */
export function pictured(
  rows: readonly BoardRow[],
  { benchmarkId, picked }: { readonly benchmarkId: string; readonly picked: readonly string[] },
): { readonly shown: readonly Measured[]; readonly all: number } {
  const measured = measuredOn(rows, benchmarkId);
  const isPicked = ({ row }: Measured): boolean => picked.includes(row.model.id);
  const ordered = [...measured.filter(isPicked), ...measured.filter((one) => !isPicked(one))];
  return { shown: ordered.slice(0, PICTURED), all: measured.length };
}

/**
 * Round over round: one line from a base to each newest checkpoint of its families. A round that was not measured is a gap.
 * A line has the colour of its newest checkpoint.
 */
export function roundLines(rows: readonly BoardRow[], benchmarkId: string): IntervalSeries[] {
  const values = new Map(
    measuredOn(rows, benchmarkId).map(({ row: { model }, figure }) => [
      model.id,
      { name: model.name, figure },
    ]),
  );
  const parents = new Set(
    rows
      .filter(({ model }) => values.has(model.id))
      .flatMap(({ model }) => model.ancestors.map(({ id }) => id)),
  );
  const ends = rows.filter(
    ({ model }) =>
      values.has(model.id) && !parents.has(model.id) && model.ancestors.some(({ id }) => values.has(id)),
  );
  const shown = ends.slice(0, PICTURED);
  const marks = modelMarks(shown.map(({ model }) => model.id));
  return shown.map(({ model }) => {
    const alone = shown.filter((other) => other.model.familyId === model.familyId).length === 1;
    const line = [...model.ancestors, { id: model.id, round: model.round }];
    return {
      key: model.id,
      label: alone ? model.familyName : `${model.familyName} to ${model.name}`,
      ...(marks.get(model.id) ?? { colour: "var(--color-accent)", shape: "circle" as const }),
      points: line.map(({ id, round }, generation) => {
        const at = values.get(id);
        return {
          x: round ?? generation,
          value: at?.figure.value ?? null,
          low: at?.figure.low ?? null,
          high: at?.figure.high ?? null,
          ...(at === undefined ? {} : { label: at.name }),
        };
      }),
    };
  });
}

/** pass@k or maj@k over k, one line a model. */
export function curveLines(
  curves: readonly BoardCurves[],
  { of, names }: { readonly of: "passAtK" | "majAtK"; readonly names: ReadonlyMap<string, string> },
): IntervalSeries[] {
  const marks = modelMarks(curves.map(({ modelId }) => modelId));
  return curves.map((curve) => ({
    key: curve.modelId,
    label: names.get(curve.modelId) ?? curve.modelId,
    ...(marks.get(curve.modelId) ?? { colour: "var(--color-accent)", shape: "circle" as const }),
    points: curve[of].map(({ k, value, low, high }) => ({ x: k, value, low, high })),
  }));
}

/** A model's number against the tokens of its answers. */
export function tokenPoints(measured: readonly Measured[]): ScatterPoint[] {
  const marks = modelMarks(measured.map(({ row }) => row.model.id));
  return measured.flatMap(({ row: { model }, figure, tokens }) =>
    tokens === null
      ? []
      : [
          {
            key: model.id,
            label: model.name,
            ...(marks.get(model.id) ?? { colour: "var(--color-accent)", shape: "circle" as const }),
            x: tokens,
            y: figure,
          },
        ],
  );
}
