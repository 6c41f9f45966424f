import type { Grade } from "@/server/math";
import { gradeItem, type ItemToGrade } from "@/server/problems/grading/grade-item";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";

/** A way to grade, and what its verdicts are stored under. Tests bring their own. */
export interface EvaluationGrader {
  readonly version: string;
  grade(item: ItemToGrade, response: string): Grade;
}

/** The grader of this version of the app. */
export const CURRENT_GRADER: EvaluationGrader = { version: EVALUATION_GRADER, grade: gradeItem };

/** Orders versions from old to new, number by number: 1.9.0 comes before 1.10.0. */
export function compareGraders(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
