import type { LaunchEvaluations, SamplingPass } from "@/server/evaluations/evaluations.schema";
import { PRESETS, type PlannedPasses } from "@/server/evaluations/presets.schema";
import type { ModelView } from "@/server/models/model-view";
import type { SetSummary } from "@/server/problems/problem-sets.service";
import type { LaunchSearch } from "./launch-search";

export type ModelChoice = Pick<ModelView, "id" | "name" | "kind" | "status">;
export type BenchmarkChoice = Pick<SetSummary, "id" | "name" | "kind" | "status" | "problemCount" | "source">;

/** The sampled pass that a person who switches it on begins with. */
export const USUAL_SAMPLED: SamplingPass = PRESETS.standard.sampled;
export const USUAL_ITEMS = PRESETS.quick.items;

/** Whether an evaluation can be launched with the model: ready, and one that writes. */
export function canEvaluate({ kind, status }: ModelChoice): boolean {
  return kind !== "prm" && status === "ready";
}

export function isBenchmark({ kind, status, problemCount }: BenchmarkChoice): boolean {
  return kind === "benchmark" && status === "ready" && problemCount > 0;
}

/** What the form begins with: what the link says, as far as it is there; a choice of one is made already. */
export function initialLaunch(
  search: LaunchSearch,
  offer: { readonly models: readonly ModelChoice[]; readonly benchmarks: readonly BenchmarkChoice[] },
): LaunchEvaluations {
  const preset = search.preset ?? (saysPasses(search) ? "custom" : "quick");
  return {
    modelIds: chosen(search.models, offer.models.filter(canEvaluate)),
    benchmarkIds: chosen(search.benchmarks, offer.benchmarks.filter(isBenchmark)),
    preset,
    ...(preset === "custom" ? customPasses(search) : PRESETS[preset]),
    seed: search.seed ?? 0,
    maxTokens: search.maxTokens ?? 1024,
    priority: search.priority ?? 0,
  };
}

/** What the link names and the form cannot offer: not there, not ready, or not fit for it. */
export function notOffered(
  search: LaunchSearch,
  initial: Pick<LaunchEvaluations, "modelIds" | "benchmarkIds">,
): { readonly models: number; readonly benchmarks: number } {
  return {
    models: search.models.filter((id) => !initial.modelIds.includes(id)).length,
    benchmarks: search.benchmarks.filter((id) => !initial.benchmarkIds.includes(id)).length,
  };
}

function chosen(named: readonly string[], offered: readonly { readonly id: string }[]): string[] {
  const ids = offered.map(({ id }) => id);
  if (named.length === 0) return ids.length === 1 ? ids : [];
  return [...new Set(named)].filter((id) => ids.includes(id));
}

function saysPasses({ items, greedy, samples }: LaunchSearch): boolean {
  return items !== null || greedy !== null || samples !== null;
}

function customPasses({ items, greedy, samples, temperature, topP }: LaunchSearch): PlannedPasses {
  const count = Number(items ?? USUAL_ITEMS);
  return {
    items: items === "all" ? null : Number.isInteger(count) && count > 0 ? count : USUAL_ITEMS,
    greedy: greedy ?? true,
    sampled:
      samples === null || samples <= 0
        ? null
        : {
            samples,
            temperature: temperature ?? USUAL_SAMPLED.temperature,
            topP: topP ?? USUAL_SAMPLED.topP,
          },
  };
}
