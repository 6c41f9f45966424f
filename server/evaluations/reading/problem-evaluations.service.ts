import { desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationItems, evaluations } from "@/db/schema";
import type { SubsetView } from "../evaluation-view";
import type { ItemStatus } from "../evaluations.schema";
import { toEvaluationViews } from "../work/to-evaluation-view";
import { passCells, type ItemPasses } from "./pass-cells";

/** Evaluations shown of one problem, the newest. */
const MOST = 100;

export interface ProblemEvaluation {
  readonly evaluationId: string;
  readonly model: { readonly id: string; readonly name: string };
  readonly subset: SubsetView;
  readonly createdAt: number;
  readonly status: ItemStatus;
  readonly passes: ItemPasses;
}

/** How the models answered one problem of a benchmark: one row an evaluation that took it, the newest first. */
export function evaluationsOfProblem(db: Db, problemId: string): ProblemEvaluation[] {
  const rows = db
    .select({ evaluation: evaluations, status: evaluationItems.status })
    .from(evaluationItems)
    .innerJoin(evaluations, eq(evaluations.id, evaluationItems.evaluationId))
    .where(eq(evaluationItems.problemId, problemId))
    .orderBy(desc(evaluations.createdAt), desc(evaluations.id))
    .limit(MOST)
    .all();
  const views = new Map(
    toEvaluationViews(
      db,
      rows.map(({ evaluation }) => evaluation),
    ).map((view) => [view.id, view]),
  );
  return rows.flatMap(({ evaluation, status }) => {
    const view = views.get(evaluation.id);
    if (view === undefined) return [];
    return [
      {
        evaluationId: view.id,
        model: { id: view.model.id, name: view.model.name },
        subset: view.subset,
        createdAt: view.createdAt,
        status,
        passes: passCells(db, view, [problemId])(problemId),
      },
    ];
  });
}
