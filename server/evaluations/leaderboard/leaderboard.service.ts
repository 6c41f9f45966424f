import type { Db } from "@/db/client";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { readScores, shownScore } from "../work/to-evaluation-view";
import type { BoardCurves, BoardMean, BoardModel, BoardRow, Leaderboard } from "./board-view";
import { fillColumn, inColumnOrder, isKnownBenchmark, type FilledColumn } from "./columns";
import { familyOrder } from "./families";
import { grouped } from "@/server/foundation/grouped";
import { readBenchmarks, readBoard, readLineage } from "./leaderboard.repo";
import type { BoardCurvesInput, BoardFilter } from "./leaderboard.schema";
import { meanFigure } from "./mean";
import { orderRows, rankedValue } from "./order-rows";
import { readNumbers } from "./read-numbers";

/** Models against benchmarks: what may be ranked is ranked, and all else stands apart with the reason. */
export function readLeaderboard(db: Db, filter: BoardFilter): Leaderboard {
  const { metric, benchmarkId } = filter;
  const { filled, benchmarks } = fillColumns(db, filter);
  const shown = filled.filter(({ column }) => benchmarkId === null || column.benchmark.id === benchmarkId);
  const measured = familyOrder(readLineage(db)).filter(({ id }) => filled.some(({ cells }) => cells.has(id)));
  const rows = measured.map((model): BoardRow => {
    const cells: BoardRow["cells"] = Object.fromEntries(
      shown.flatMap(({ column, cells: byModel }) => {
        const cell = byModel.get(model.id);
        return cell === undefined ? [] : [[column.benchmark.id, cell]];
      }),
    );
    return { model, cells, mean: meanOf(cells, shown) };
  });
  return {
    metric,
    columns: shown.map(({ column }) => column),
    rows: orderRows(
      rows.filter((row) => passes(row, filter)),
      filter,
    ),
    models: measured.length,
    families: familiesOf(measured),
    benchmarks,
  };
}

/** pass@k and maj@k of models that share the ranking of a benchmark's sampled pass, in the order of `modelIds`. */
export function readCurves(db: Db, { benchmarkId, modelIds, groups }: BoardCurvesInput): BoardCurves[] {
  const { filled } = fillColumns(db, { metric: "avg", groups, finishedOnly: true });
  const cells = filled.find(({ column }) => column.benchmark.id === benchmarkId)?.cells;
  const ranked = modelIds.flatMap((modelId) => {
    const number = cells?.get(modelId)?.ranked ?? null;
    return number?.status === "finished" ? [{ modelId, number }] : [];
  });
  const ids = ranked.map(({ number }) => number.evaluationId);
  const scores = grouped(readScores(db, ids), ({ evaluationId }) => evaluationId);
  return ranked.flatMap(({ modelId, number: { evaluationId, subset } }) => {
    const pass = shownScore(scores.get(evaluationId) ?? [])?.score.sampled ?? null;
    if (pass === null) return [];
    const { samples, passAtK, majAtK } = pass;
    return [{ modelId, evaluationId, subset, samples, passAtK, majAtK }];
  });
}

function fillColumns(
  db: Db,
  { metric, groups, finishedOnly }: Pick<BoardFilter, "metric" | "groups" | "finishedOnly">,
): { readonly filled: readonly FilledColumn[]; readonly benchmarks: Leaderboard["benchmarks"] } {
  const all = readNumbers(readBoard(db, { metric, grader: EVALUATION_GRADER }), metric);
  const numbers = grouped(
    finishedOnly ? all.filter(({ number }) => number.status === "finished") : all,
    ({ benchmarkId }) => benchmarkId,
  );
  const benchmarks = inColumnOrder(readBenchmarks(db));
  const filled = benchmarks
    .filter((benchmark) => isKnownBenchmark(benchmark) || numbers.has(benchmark.id))
    .map((benchmark) => fillColumn(benchmark, numbers.get(benchmark.id) ?? [], { metric, chosen: groups }));
  return { filled, benchmarks: benchmarks.map(({ id, name }) => ({ id, name })) };
}

/** Over every column in which somebody has finished; a model that lacks one has no mean, and is told what it lacks. */
function meanOf(cells: BoardRow["cells"], shown: readonly FilledColumn[]): BoardMean | null {
  const counted = shown.filter(({ column }) => (column.groups[0]?.models ?? 0) > 0);
  if (counted.length < 2) return null;
  const missing = counted.filter(({ column }) => rankedValue(cells[column.benchmark.id]) === null);
  if (missing.length > 0) return { missing: missing.map(({ column }) => column.benchmark.name) };
  return {
    figure: meanFigure(counted.flatMap(({ column }) => cells[column.benchmark.id]?.ranked?.figure ?? [])),
  };
}

function familiesOf(models: readonly BoardModel[]): Leaderboard["families"] {
  return [...grouped(models, ({ familyId }) => familyId)]
    .map(([id, members]) => ({ id, name: members[0]?.familyName ?? id, models: members.length }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

function passes({ model, cells }: BoardRow, { text, familyId }: BoardFilter): boolean {
  if (familyId !== null && model.familyId !== familyId) return false;
  const wanted = text.toLocaleLowerCase("en");
  const names = [model.name, model.familyName];
  return Object.keys(cells).length > 0 && names.some((name) => name.toLocaleLowerCase("en").includes(wanted));
}
