import type { LaunchEvaluations } from "@/server/evaluations/evaluations.schema";
import type { ItemFilter } from "@/server/evaluations/reading/reading.schema";

/** What a link may fill in of the launch form; every field of the protocol by its name in the schema. */
export interface LaunchPrefill {
  readonly modelIds?: readonly string[];
  readonly benchmarkIds?: readonly string[];
  readonly preset?: LaunchEvaluations["preset"];
  /** "all": the whole benchmark. */
  readonly items?: number | "all";
  readonly seed?: number;
  readonly greedy?: boolean;
  /** k, temperature and top-p of the sampled pass; null switches it off. */
  readonly sampled?: LaunchEvaluations["sampled"];
  readonly maxTokens?: number;
}

interface ListFilter {
  readonly model?: string;
  readonly benchmark?: string;
  /** Launched together. */
  readonly batch?: string;
}

/** The list of evaluations. */
export function evaluationsPath({ model, benchmark, batch }: ListFilter = {}) {
  return `/evaluations${query({ model, benchmark, batch })}` as const;
}

/** The launch form, filled in as far as `prefill` goes. */
export function newEvaluationPath(prefill: LaunchPrefill = {}) {
  const { sampled } = prefill;
  return `/evaluations/new${query({
    models: prefill.modelIds?.join(","),
    benchmarks: prefill.benchmarkIds?.join(","),
    preset: prefill.preset,
    items: prefill.items,
    seed: prefill.seed,
    greedy: prefill.greedy,
    samples: sampled === null ? 0 : sampled?.samples,
    temperature: sampled?.temperature,
    topP: sampled?.topP,
    maxTokens: prefill.maxTokens,
  })}` as const;
}

/** One evaluation, live and finished; with a filter, its items that pass it. */
export function evaluationPath(evaluationId: string, filter: Partial<ItemFilter> = {}) {
  return `/evaluations/${encodeURIComponent(evaluationId)}${query(filterParams(filter))}` as const;
}

/** How the model answered one problem; the filter is what next and previous walk through. */
export function evaluationItemPath(
  evaluationId: string,
  problemId: string,
  filter: Partial<ItemFilter> = {},
) {
  return `/evaluations/${encodeURIComponent(evaluationId)}/items/${encodeURIComponent(problemId)}${query(
    filterParams(filter),
  )}` as const;
}

/** One model call of an evaluation, or one of its samples (from 0). */
export function evaluationCallPath(evaluationId: string, callId: string, sample?: number) {
  const page =
    `/evaluations/${encodeURIComponent(evaluationId)}/calls/${encodeURIComponent(callId)}` as const;
  return sample === undefined ? page : (`${page}#sample-${sample}` as const);
}

/** Answers on which graders disagree, and what people ruled. */
export function gradersPath() {
  return "/evaluations/graders" as const;
}

export function leaderboardPath() {
  return "/leaderboard" as const;
}

/** Two evaluations (or models) beside each other; the second may be chosen there. */
export function compareEvaluationsPath(a?: string, b?: string) {
  return `/leaderboard/compare${query({ a, b })}` as const;
}

/** Everything of an evaluation as a file, for a recount elsewhere. */
export function evaluationExportPath(evaluationId: string): string {
  return `/api/exports/evaluations/${encodeURIComponent(evaluationId)}`;
}

type Params = Readonly<Record<string, string | number | boolean | null | undefined>>;

function filterParams({ outcome, pass, level, subject, text }: Partial<ItemFilter>): Params {
  return { outcome, pass, level, subject, q: text };
}

/** `?a=1&b=2`, or nothing; what is null, missing or empty is left out. */
function query(params: Params): `?${string}` | "" {
  const said = Object.entries(params).flatMap(([key, value]) =>
    value === null || value === undefined || value === "" ? [] : [[key, String(value)]],
  );
  return said.length === 0 ? "" : `?${new URLSearchParams(said).toString()}`;
}
