import type { Db } from "@/db/client";
import type { LaunchEvaluations } from "../evaluations.schema";
import { plannedPasses } from "../presets.schema";
import { countItems } from "./choose-items";
import { basisWords } from "./estimate-words";
import { checkEvaluations } from "./launch-checks";
import { measuredLength, measuredSpeed, type MeasuredSpeed } from "./measured.repo";

/** What one evaluation of a launch is expected to take. */
export interface EvaluationForecast {
  readonly modelId: string;
  readonly benchmarkId: string;
  readonly items: number;
  /** Answers to be drawn, both passes together. */
  readonly answers: number;
  /** Null where nothing was measured of this model yet. */
  readonly generatedTokens: number | null;
  /** Alone on its engine. */
  readonly durationMs: number | null;
}

export interface EvaluationsEstimate {
  readonly evaluations: readonly EvaluationForecast[];
  readonly items: number;
  readonly answers: number;
  /** Of all together; null where one of them is not known. */
  readonly generatedTokens: number | null;
  /** One after the other; null where one of them is not known. */
  readonly durationMs: number | null;
  /** What the figures stand on, in plain words. */
  readonly basis: string;
}

/**
 * What a launch is expected to take, from what its models did before.
 * @throws AppError naming the field that does not fit
 */
export function estimateEvaluations(db: Db, launch: LaunchEvaluations): EvaluationsEstimate {
  const { models, benchmarks } = checkEvaluations(db, launch);
  const perModel = models.map((model) => {
    const speed = measuredSpeed(db, model.id);
    const parts = benchmarks.map((benchmark) => {
      const { items: wanted, greedy, sampled } = plannedPasses(launch, benchmark);
      const items = countItems(db, { setId: benchmark.id, items: wanted });
      const answers = items * ((greedy ? 1 : 0) + (sampled?.samples ?? 0));
      const length = measuredLength(db, { modelId: model.id, setId: benchmark.id });
      const tokens = length === null ? null : Math.min(length.tokens, launch.maxTokens) * answers;
      const ids = { modelId: model.id, benchmarkId: benchmark.id };
      return { length, forecast: { ...ids, items, answers, ...taking(tokens, speed) } };
    });
    return { name: model.name, speed, lengths: parts.map(({ length }) => length), parts };
  });
  const evaluations = perModel.flatMap(({ parts }) => parts.map(({ forecast }) => forecast));
  return {
    evaluations,
    items: sum(evaluations.map(({ items }) => items)) ?? 0,
    answers: sum(evaluations.map(({ answers }) => answers)) ?? 0,
    generatedTokens: sum(evaluations.map(({ generatedTokens }) => generatedTokens)),
    durationMs: sum(evaluations.map(({ durationMs }) => durationMs)),
    basis: basisWords(perModel),
  };
}

function taking(tokens: number | null, speed: MeasuredSpeed | null) {
  if (tokens === null) return { generatedTokens: null, durationMs: null };
  const durationMs = speed === null ? null : Math.round((1000 * tokens) / speed.tokensPerSecond);
  return { generatedTokens: Math.round(tokens), durationMs };
}

function sum(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return total;
}
