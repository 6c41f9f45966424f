import { formatCount, formatInteger } from "@/components/ui/format";
import type { BoardColumn, BoardGroup, ColumnVerdict } from "@/server/evaluations/leaderboard/board-view";
import type { BoardMetric } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { subsetWords } from "../subset-words";

export const METRIC_WORDS: Readonly<Record<BoardMetric, string>> = {
  greedy: "Greedy pass@1",
  avg: "avg@k of samples",
  pass: "pass@k of samples",
  maj: "maj@k of samples",
};

/** `pass@1`, `avg@4`: what one number is. */
export function metricAt(metric: BoardMetric, k: number): string {
  return metric === "greedy" ? "pass@1" : `${metric}@${String(k)}`;
}

/** `100 of 500, seed 0; greedy; at most 1,024 tokens; prompt 1; grader 1.1.0+rules.1` */
export function groupWords({ subset, sampling, maxTokens, promptVersion, grader }: BoardGroup): string {
  const drawn =
    sampling === null
      ? "greedy"
      : `${formatCount(sampling.samples, "sample")} at T ${String(sampling.temperature)}, top-p ${String(sampling.topP)}`;
  return [
    subsetWords(subset),
    drawn,
    `at most ${formatInteger(maxTokens)} tokens`,
    `prompt ${promptVersion}`,
    `grader ${grader}`,
  ].join("; ");
}

/** `12 models`, `3 models, 1 at work` */
export function groupModels({ models, atWork }: BoardGroup): string {
  return atWork === 0
    ? formatCount(models, "model")
    : `${formatCount(models, "model")}, ${formatInteger(atWork)} at work`;
}

/** What the order of a column says, as one sentence without the benchmark's name. */
export function verdictWords(verdict: ColumnVerdict | null, nameOf: (modelId: string) => string): string {
  if (verdict === null) return "Fewer than two models have finished: there is nothing to rank.";
  if (verdict.kind === "best") {
    return `${nameOf(verdict.modelId)} is the best: its interval lies above every other one.`;
  }
  return verdict.kind === "level"
    ? `${formatInteger(verdict.models)} models are level at the top: their intervals reach into that of the highest.`
    : `${formatCount(verdict.items, "item")} cannot carry a claim: no model is called the best, whatever its number.`;
}

/** Columns that somebody has a number in. */
export function measuredColumns(columns: readonly BoardColumn[]): BoardColumn[] {
  return columns.filter(({ groups }) => groups.length > 0);
}
