import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { findModel, type ModelRow } from "@/server/models/models.repo";
import { scorerKindOf } from "@/server/models/scorer-kind";
import { findSet, type ProblemSetRow } from "@/server/problems/problem-sets.repo";
import type { LaunchEvaluations } from "../evaluations.schema";
import { PRESETS } from "../presets.schema";

/** What a launch names, found and fit for it. */
export interface CheckedLaunch {
  readonly models: readonly ModelRow[];
  readonly benchmarks: readonly ProblemSetRow[];
}

/**
 * Finds what a launch names. What is named twice counts once.
 * @throws AppError naming the field that does not fit
 */
export function checkEvaluations(db: Db, launch: LaunchEvaluations): CheckedLaunch {
  requirePreset(launch);
  return {
    models: [...new Set(launch.modelIds)].map((id) => requireWriter(db, id)),
    benchmarks: [...new Set(launch.benchmarkIds)].map((id) => requireBenchmark(db, id)),
  };
}

function requireWriter(db: Db, modelId: string): ModelRow {
  const field = "modelIds";
  const model = findModel(db, modelId);
  if (model === null) {
    throw new AppError("not-found", `There is no model ${modelId}.`, {
      field,
      fix: "Choose one of the list.",
    });
  }
  if (scorerKindOf(model) === "prm") {
    throw new AppError("invalid-input", `${model.name} scores steps; it cannot write solutions.`, {
      field,
      fix: "Choose a model that writes.",
    });
  }
  if (model.status !== "ready") {
    throw new AppError("conflict", `${model.name} is ${model.status.replaceAll("-", " ")}.`, {
      field,
      fix: model.statusDetail ?? "Download or repair it on the Models page.",
    });
  }
  return model;
}

function requireBenchmark(db: Db, setId: string): ProblemSetRow {
  const field = "benchmarkIds";
  const set = findSet(db, setId);
  if (set === null) {
    throw new AppError("not-found", `There is no benchmark ${setId}.`, {
      field,
      fix: "Choose one of the list.",
    });
  }
  if (set.kind !== "benchmark") {
    throw new AppError("invalid-input", `${set.name} is not a benchmark: models may be trained on it.`, {
      field,
      fix: "Choose a benchmark, or import the file as one.",
    });
  }
  if (set.status !== "ready" || set.problemCount === 0) {
    throw new AppError("conflict", `${set.name} has no problems ready.`, { field, fix: "Import it again." });
  }
  return set;
}

const DEFAULT_ITEMS = 100;

/** A preset says which answers are drawn; whoever wants others says so instead of being overruled in silence. */
function requirePreset({ preset, items, greedy, sampled }: LaunchEvaluations): void {
  if (preset === "custom") return;
  const planned: { items: number | null; sampled: LaunchEvaluations["sampled"] } = PRESETS[preset];
  const otherItems = items !== DEFAULT_ITEMS && items !== planned.items;
  const otherSampled = sampled !== null && JSON.stringify(sampled) !== JSON.stringify(planned.sampled);
  const field = otherItems ? "items" : otherSampled ? "sampled" : greedy ? null : "greedy";
  if (field === null) return;
  throw new AppError("invalid-input", `The preset "${preset}" says otherwise.`, {
    field,
    fix: `Leave it to the preset, or choose the preset "custom".`,
  });
}
