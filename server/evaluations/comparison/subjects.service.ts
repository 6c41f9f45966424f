import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import type { EvaluationView } from "../evaluation-view";
import { allModels, evaluationById, runNamesOf, type ModelFacts } from "./comparison.repo";
import type { ComparedModel, SideName } from "./comparison-view";

/** What stands on one side: a model, or one evaluation of it. */
export interface Subject {
  readonly model: ModelFacts;
  /** The evaluation that was asked for; null: the newest that fits is taken on each benchmark. */
  readonly pinned: EvaluationView | null;
}

export interface Subjects {
  readonly a: Subject;
  readonly b: Subject;
  /** All models, the older first. */
  readonly models: readonly ModelFacts[];
  /** The benchmark of the evaluations that were asked for; null where both sides are models. */
  readonly pinnedBenchmarkId: string | null;
}

/**
 * Who is compared.
 * @throws AppError where a side is neither a model nor an evaluation, both are the same, or both are evaluations of
 * different benchmarks
 */
export function readSubjects(db: Db, ids: Readonly<Record<SideName, string>>): Subjects {
  const models = allModels(db);
  const [a, b] = [
    subjectOf(db, models, { id: ids.a, side: "a" }),
    subjectOf(db, models, { id: ids.b, side: "b" }),
  ];
  const [pinnedA, pinnedB] = [a.pinned, b.pinned];
  if (pinnedA !== null && pinnedB !== null && pinnedA.benchmark.id !== pinnedB.benchmark.id) {
    throw new AppError(
      "invalid-input",
      `A is an evaluation on ${pinnedA.benchmark.name}, B one on ${pinnedB.benchmark.name}.`,
      { field: "b", fix: "Choose two evaluations of one benchmark, or two models." },
    );
  }
  if (a.model.id === b.model.id && (pinnedA === null || pinnedB === null || pinnedA.id === pinnedB.id)) {
    throw new AppError("invalid-input", "A and B are the same.", {
      field: "b",
      fix: "Choose another model for B, or two evaluations of the model.",
    });
  }
  return { a, b, models, pinnedBenchmarkId: (pinnedA ?? pinnedB)?.benchmark.id ?? null };
}

function subjectOf(
  db: Db,
  models: readonly ModelFacts[],
  { id, side }: { readonly id: string; readonly side: SideName },
): Subject {
  const model = models.find((each) => each.id === id);
  if (model !== undefined) return { model, pinned: null };
  const pinned = evaluationById(db, id);
  const owner = models.find((each) => each.id === pinned?.model.id);
  if (pinned !== null && owner !== undefined) return { model: owner, pinned };
  throw new AppError("not-found", `There is no model and no evaluation with the id ${id}.`, {
    field: side,
    fix: "Choose one of the list; this one may have been removed.",
  });
}

/** A model with its parent and the runs whose pairs trained it. */
export function comparedModel(db: Db, models: readonly ModelFacts[], model: ModelFacts): ComparedModel {
  const parent = models.find(({ id }) => id === model.parentModelId);
  const runIds = model.trainedOnRunIds ?? [];
  const names = runNamesOf(db, runIds);
  return {
    id: model.id,
    name: model.name,
    round: model.round,
    parent: parent === undefined ? null : { id: parent.id, name: parent.name },
    trainedOn: runIds.map((id) => ({ id, name: names.get(id) ?? null })),
  };
}
