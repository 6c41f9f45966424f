import type { Comparison, GradeOptions } from "../verdict";

/** Whether a candidate answer is the same as the reference, by which rule. Never throws. */
export function compareAnswers(
  reference: string,
  candidate: string,
  _options: GradeOptions = {},
): Comparison {
  if (reference.replaceAll(/\s/g, "") === candidate.replaceAll(/\s/g, ""))
    return { equal: true, rule: "same-text" };
  return { equal: "undecided", reason: "not-comparable" };
}
