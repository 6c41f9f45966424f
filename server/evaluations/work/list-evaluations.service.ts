import type { Db } from "@/db/client";
import type { EvaluationView } from "../evaluation-view";
import { countEvaluations, listEvaluationRows } from "./evaluations.repo";
import { toEvaluationViews } from "./to-evaluation-view";
import { EVALUATIONS_A_PAGE, type ListEvaluations } from "./work.schema";

export interface EvaluationList {
  readonly items: readonly EvaluationView[];
  /** Evaluations that the filter lets through, on all pages. */
  readonly total: number;
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

/** Evaluations, the newest first, a page at a time. */
export function listEvaluations(db: Db, { page, ...filter }: ListEvaluations): EvaluationList {
  const offset = (page - 1) * EVALUATIONS_A_PAGE;
  const rows = listEvaluationRows(db, { ...filter, limit: EVALUATIONS_A_PAGE, offset });
  const total = countEvaluations(db, filter);
  return {
    items: toEvaluationViews(db, rows),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / EVALUATIONS_A_PAGE)),
  };
}
