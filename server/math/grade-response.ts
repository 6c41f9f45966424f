import { compareAnswers } from "./compare/compare-answers";
import { extractAnswer } from "./extract/extract-answer";
import type { Grade, GradeOptions, Verdict } from "./verdict";

/**
 * Grades one response of a model against the reference answer of its problem. Never throws.
 *
 * A comparison left open is never `correct`, and is `incorrect` only where the answer lacks or contradicts something the
 * reference states (its unit, its number base). Otherwise it is `timeout` when the work ran out, `bad-reference` when
 * there is none, and `unparsable` when nothing decided; `rule` says which.
 */
export function gradeResponse(response: string, reference: string, options: GradeOptions = {}): Grade {
  if (reference.trim() === "") return { verdict: "bad-reference", extracted: null, rule: "empty-reference" };
  const found = extractAnswer(response, options);
  if (found === null) return { verdict: "no-answer", extracted: null, rule: "no-answer" };
  const result = compareAnswers(reference, found.answer, options);
  if (result.equal === "undecided") {
    return {
      verdict: OPEN_VERDICTS[result.reason],
      extracted: found.answer,
      rule: `${found.rule}: ${result.reason}`,
    };
  }
  return {
    verdict: result.equal ? "correct" : "incorrect",
    extracted: found.answer,
    rule: `${found.rule}: ${result.rule}`,
  };
}

const OPEN_VERDICTS = {
  "empty-reference": "bad-reference",
  "reference-unreadable": "bad-reference",
  "candidate-unreadable": "unparsable",
  "out-of-budget": "timeout",
  "units-conflict": "incorrect",
  "base-missing": "incorrect",
  "not-comparable": "unparsable",
  "too-close": "unparsable",
} as const satisfies Record<string, Verdict>;
