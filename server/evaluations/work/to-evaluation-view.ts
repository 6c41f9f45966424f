import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationScores, models, problemSets } from "@/db/schema";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import type { EvaluationView } from "../evaluation-view";
import type { EvaluationRow } from "./evaluations.repo";

type ScoreRow = typeof evaluationScores.$inferSelect;

/** An evaluation as pages show it, with the numbers of the grader that counts now. */
export function toEvaluationView(db: Db, row: EvaluationRow): EvaluationView {
  const [view] = toEvaluationViews(db, [row]);
  if (view === undefined) throw new Error(`No view of ${row.id}.`);
  return view;
}

/** The same of many, with one look at each table. */
export function toEvaluationViews(db: Db, rows: readonly EvaluationRow[]): EvaluationView[] {
  const modelRows = new Map(
    db
      .select({ id: models.id, parentModelId: models.parentModelId, round: models.round })
      .from(models)
      .where(inArray(models.id, [...new Set(rows.map(({ modelId }) => modelId))]))
      .all()
      .map((model) => [model.id, model]),
  );
  const setNames = new Map(
    db
      .select({ id: problemSets.id, name: problemSets.name })
      .from(problemSets)
      .where(inArray(problemSets.id, [...new Set(rows.map(({ problemSetId }) => problemSetId))]))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const scores = new Map<string, ScoreRow[]>(rows.map(({ id }) => [id, []]));
  for (const score of readScores(db, [...scores.keys()])) scores.get(score.evaluationId)?.push(score);
  return rows.map((row) => {
    const shown = shownScore(scores.get(row.id) ?? []);
    const model = modelRows.get(row.modelId);
    const { modelId, problemSetId, benchmarkSize, itemCount, subsetSeed, ...rest } = row;
    const { leaseId: _lease, leaseExpiresAt: _expiry, createdBy: _by, ...own } = rest;
    return {
      ...own,
      model: {
        ...row.model,
        id: modelId,
        parentModelId: model?.parentModelId ?? null,
        round: model?.round ?? null,
      },
      benchmark: { id: problemSetId, name: setNames.get(problemSetId) ?? problemSetId },
      subset: { items: itemCount, of: benchmarkSize, seed: subsetSeed },
      scoredWith: shown?.graderVersion ?? row.graderVersion,
      score: shown?.score ?? null,
    };
  });
}

/** The numbers that are shown: those of the grader in force, else the newest. */
export function shownScore<Row extends Pick<ScoreRow, "graderVersion" | "computedAt">>(
  rows: readonly Row[],
): Row | null {
  const inForce = rows.find(({ graderVersion }) => graderVersion === EVALUATION_GRADER);
  return inForce ?? rows.toSorted((a, b) => b.computedAt - a.computedAt)[0] ?? null;
}

/** The numbers of some evaluations under every grader. */
export function readScores(db: Db, ids: readonly string[]): ScoreRow[] {
  return db
    .select()
    .from(evaluationScores)
    .where(inArray(evaluationScores.evaluationId, [...ids]))
    .all();
}
