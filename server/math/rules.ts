/** Every rule that can appear beside a verdict, in the words a page shows on hover. */
const RULES = {
  boxed: "Taken from the last \\boxed{} of the response.",
  "boxed-list": "Taken from neighbouring boxes, joined into a list.",
  "boxed-truncated": "Taken from a box that the response never closed.",
  "hash-mark": "Taken from the line after ####.",
  "answer-phrase": 'Taken from a sentence such as "the answer is ..." or "Final answer: ...".',
  "display-maths": "Taken from the displayed formula that ends the response.",
  "bold-ending": "Taken from the bold text that ends the response.",
  "concluding-equation": "Taken from the equation that concludes the response, such as x = 7.",
  "concluding-maths": "Taken from the formula that ends the concluding sentence.",
  "concluding-sentence": "Taken from the only number of the sentence that concludes the response.",
  "last-line": "Taken from the last line, which is nothing but an answer.",
  "whole-response": "The whole response is the answer.",
  "last-number": "Taken from the last number of the response, because an option asked for it.",
  "no-answer": "The response states no answer.",

  "same-text": "Both are written the same.",
  "same-words": "Both are words, and the same but for case, spacing and punctuation.",
  "other-words": "Both are words, and they differ.",
  "words-against-maths": "One is words and the other is mathematics.",
  "same-choice": "Both name the same choice.",
  "other-choice": "They name different choices.",
  "exact-value": "Both have exactly the same value.",
  "other-value": "Their exact values differ.",
  "same-expression": "Both expand to the same normal form.",
  "sampled-equal": "Both agree at every sampled point, to the last digits.",
  "sampled-different": "They differ at a sampled point.",
  "numerically-equal": "Both constants agree to the last digits computed.",
  "numerically-different": "The two constants differ numerically.",
  "rounded-equal": "They agree to a relative 1e-6, and one is a decimal.",
  "within-tolerance": "They differ by no more than the tolerance of the problem.",
  "percent-reading": "One has a percent sign and the other does not; they agree in one reading.",
  "degree-reading": "An angle in degrees against the same angle in radians.",
  "same-base": "Both are the same numeral in the same base.",
  "other-base": "The numerals or their bases differ.",
  "same-time": "Both are the same time of day.",
  "other-time": "They are different times of day.",
  "same-ratio": "Both are the same ratio.",
  "other-unit": "Their units measure different things.",
  "unit-conversion": "The same quantity in two units.",
  "assigned-value": "One names the variable and the other gives its value only.",
  "same-equation": "Both equations are equal up to a constant factor.",
  "other-equation": "The two equations are not multiples of each other.",
  "same-relation": "Both inequalities say the same.",
  "other-relation": "The two relations differ.",
  "same-set": "Both describe the same set of numbers.",
  "other-set": "They describe different sets of numbers.",
  "same-items": "The same items, in any order.",
  "other-items": "Some items differ.",
  "item-count": "They have different numbers of items.",
  "same-tuple": "The same entries in the same order.",
  "other-tuple": "Some entry, or its place, differs.",
  "tuple-not-set": "One is ordered and the other is a set.",
  "other-brackets": "The entries may agree, but the brackets mean different things.",
  "same-matrix": "The same entries in the same places.",
  "other-matrix": "Some entry differs.",
  "matrix-shape": "The two have different numbers of rows or columns.",
  "same-cases": "Both piecewise definitions have the same values under the same conditions.",
  "other-cases": "The piecewise definitions differ.",
  "other-kind": "They are different kinds of answer.",

  "empty-reference": "The problem has no usable reference answer.",
  "candidate-unreadable": "The answer could not be read as mathematics.",
  "reference-unreadable": "The reference could not be read as mathematics.",
  "out-of-budget": "Deciding would take more work than the grader allows.",
  "units-conflict": "The numbers agree but the stated units do not.",
  "base-missing": "One names its number base and the other does not.",
  "not-comparable": "Nothing shows that they are equal, and nothing shows that they differ.",
  "too-close": "They are too close to call at the precision used.",
} as const;

export type RuleId = keyof typeof RULES;

/** Every rule id, in the order in which the README lists them. */
export const RULE_IDS = Object.keys(RULES).filter(isRuleId);

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}

/**
 * Plain words for a rule id, for hover text. Compound ids (`boxed: exact-value`) are described part by part;
 * an unknown part is given back as it is.
 */
export function describeRule(rule: string): string {
  return rule
    .split(": ")
    .map((part) => (isRuleId(part) ? RULES[part] : part))
    .join(" ");
}
