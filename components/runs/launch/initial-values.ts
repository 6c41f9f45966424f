import type { ModelView } from "@/server/models/model-view";
import type { SetSummary } from "@/server/problems/problem-sets.service";
import type { LaunchRun } from "@/server/runs/runs.schema";
import type { Scorer } from "@/server/sphere/config";
import { PRESETS, type PresetId } from "./presets";

export type ModelChoice = Pick<ModelView, "id" | "name" | "kind" | "status" | "catalogue">;
export type SetChoice = Pick<SetSummary, "id" | "name" | "kind" | "status" | "problemCount">;

interface Offer {
  readonly models: readonly ModelChoice[];
  readonly sets: readonly SetChoice[];
  /** Runs so far: the next one's number is its name until a person gives a better one. */
  readonly runCount: number;
  readonly preset: PresetId;
  /** The run to do again, with its choices as far as they are still there. */
  readonly from: LaunchRun | null;
}

/** Whether a run may be launched with the model: one that is being downloaded is waited for. */
export function isUsable({ status }: Pick<ModelChoice, "status">): boolean {
  return status === "ready" || status === "downloading";
}

/** Whether the model writes text: a process reward model only reads it. */
export function canWrite({ kind }: Pick<ModelChoice, "kind">): boolean {
  return kind !== "prm";
}

/** Whether the model can be what the scorer asks: a process reward model, or one that writes, as judge. */
export function canScore(model: Pick<ModelChoice, "kind">, scorer: Scorer): boolean {
  if (scorer === "prm") return !canWrite(model);
  if (scorer === "consensus") return true;
  return scorer === "judge" && canWrite(model);
}

/** Whether a run may take its problems from the set. */
export function isTrainable({ kind, status, problemCount }: SetChoice): boolean {
  return kind !== "benchmark" && status === "ready" && problemCount > 0;
}

/** What the launch form begins with; "" where there is nothing to choose. */
export function initialValues({ models, sets, runCount, preset, from }: Offer): LaunchRun {
  if (from !== null) return { ...from, name: `${from.name.slice(0, 110)} again`, dryRun: false };
  const policy = bestPolicy(models);
  const small = models.find(
    (model) => model.status === "ready" && model.catalogue?.purpose === "small" && model.id !== policy?.id,
  );
  const set = bestSet(sets);
  const { problemCount, config } = PRESETS[preset];
  return {
    kind: "sphere",
    name: `Run ${runCount + 1}`,
    policyModelId: policy?.id ?? "",
    smallModelId: small?.id ?? null,
    scorerModelId: PRESETS[preset].needsPrm ? (bestPrm(models)?.id ?? null) : null,
    problemSetId: set?.id ?? "",
    problemCount: Math.min(problemCount, set?.problemCount ?? problemCount),
    seed: 0,
    tokenBudget: null,
    timeBudgetMinutes: null,
    maxInFlight: null,
    priority: 0,
    dryRun: false,
    config,
  };
}

/** A ready model before one that is being downloaded; one meant as policy before others, the small model last. */
function bestPolicy(models: readonly ModelChoice[]): ModelChoice | undefined {
  const fitness = ({ status, catalogue }: ModelChoice): number => {
    const meant = catalogue === null ? 1 : catalogue.purpose === "policy" ? 2 : 0;
    return (status === "ready" ? 10 : 0) + meant;
  };
  return models
    .filter((model) => isUsable(model) && canWrite(model))
    .toSorted((a, b) => fitness(b) - fitness(a))[0];
}

function bestPrm(models: readonly ModelChoice[]): ModelChoice | undefined {
  return models.find((model) => isUsable(model) && canScore(model, "prm"));
}

/** A person's own training set before the starter set; the largest of them. */
function bestSet(sets: readonly SetChoice[]): SetChoice | undefined {
  const own = ({ kind }: SetChoice): number => (kind === "training" ? 1 : 0);
  return sets.filter(isTrainable).toSorted((a, b) => own(b) - own(a) || b.problemCount - a.problemCount)[0];
}
