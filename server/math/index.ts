/**
 * Reading mathematics: answer extraction, LaTeX and ASCII reading, equivalence, grading.
 *
 * Pure TypeScript without packages, IO, clocks or chance, so that a browser can use it and a verdict can be
 * reproduced for ever. Must never import anything outside this folder. Conventions are in README.md.
 */
export { compareAnswers } from "./compare/compare-answers";
export { extractAnswer } from "./extract/extract-answer";
export { gradeResponse } from "./grade-response";
export { describeRule, RULE_IDS } from "./rules";
export type { RuleId } from "./rules";
export { GRADER_VERSION } from "./verdict";
export type { Comparison, Extraction, Grade, GradeOptions, UndecidedReason, Verdict } from "./verdict";
