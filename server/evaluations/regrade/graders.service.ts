import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluations } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { evaluationsBehind, readCoverage } from "./coverage.repo";
import { compareGraders, CURRENT_GRADER } from "./evaluation-grader";
import type { Rescore } from "./regrade.schema";
import { askForRescore, listRescores } from "./rescore.repo";

export interface GradersView {
  /** The grader of this version of the app. */
  readonly current: string;
  /** Graders under which verdicts are kept, the newest first. */
  readonly versions: readonly {
    readonly version: string;
    readonly evaluations: number;
    /** Answers judged. */
    readonly verdicts: number;
  }[];
  /** Evaluations with answers. */
  readonly evaluations: number;
  /** Those among them with answers that the current grader has not judged. */
  readonly behind: readonly string[];
  /** Evaluations whose numbers are being made anew. */
  readonly underWay: number;
}

/** Which graders judged what, and what the current one has still to see. */
export function readGraders(db: Db, current: string = CURRENT_GRADER.version): GradersView {
  const versions = new Map<string, { version: string; evaluations: number; verdicts: number }>();
  const coverage = readCoverage(db);
  for (const { graderVersion: version, verdicts } of coverage) {
    const known = versions.get(version) ?? { version, evaluations: 0, verdicts: 0 };
    known.evaluations += 1;
    known.verdicts += verdicts;
    versions.set(version, known);
  }
  return {
    current,
    versions: [...versions.values()].toSorted((a, b) => compareGraders(b.version, a.version)),
    evaluations: new Set(coverage.map(({ evaluationId }) => evaluationId)).size,
    behind: evaluationsBehind(db, current),
    underWay: listRescores(db).length,
  };
}

/**
 * Has the current grader judge what it has not judged yet, of the evaluations given or of all that are behind. The worker
 * does it; no model is asked, and every earlier verdict stays.
 * @returns how many evaluations are to be re-scored, and how many of those given need it not
 * @throws AppError `not-found` for an evaluation that is not there
 */
export function rescoreEvaluations(
  db: Db,
  { evaluationIds }: Rescore,
  current: string = CURRENT_GRADER.version,
): { readonly asked: number; readonly upToDate: number } {
  if (evaluationIds !== null) requireAll(db, evaluationIds);
  const behind = evaluationsBehind(db, current);
  const wanted = new Set(evaluationIds ?? behind);
  const ids = behind.filter((id) => wanted.has(id));
  askForRescore(db, { ids, graderVersion: current });
  return { asked: ids.length, upToDate: wanted.size - ids.length };
}

function requireAll(db: Db, ids: readonly string[]): void {
  const known = db
    .select({ id: evaluations.id })
    .from(evaluations)
    .where(inArray(evaluations.id, [...ids]))
    .all();
  const missing = ids.find((id) => known.every((row) => row.id !== id));
  if (missing === undefined) return;
  throw new AppError("not-found", `There is no evaluation ${missing}.`, {
    field: "evaluationIds",
    fix: "Choose among those of the list of evaluations.",
  });
}
