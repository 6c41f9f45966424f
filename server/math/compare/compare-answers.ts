import { Budget, LIMITS, OutOfBudget } from "../budget";
import type { Node } from "../read/ast";
import { some } from "../read/survey";
import { commonNotation } from "../text/notation";
import { fromProgramNotation } from "../text/program-notation";
import { stripWrappers } from "../text/strip-wrappers";
import { unicodeToLatex } from "../text/unicode";
import type { Comparison, GradeOptions } from "../verdict";
import { compareChoices } from "./compare-choices";
import { compareClock } from "./compare-clock";
import { compareNodes } from "./compare-nodes";
import { compareWords } from "./compare-words";
import type { Context } from "./context";
import { best } from "./context";
import { lenientReadings, readingsOf } from "./readings";

/**
 * Whether a candidate answer is the same as the reference, by which rule, or why that stays open. Both are answers
 * alone, without the sentence around them. Never throws, and its work is bounded by steps.
 */
export function compareAnswers(reference: string, candidate: string, options: GradeOptions = {}): Comparison {
  const [wanted, given] = [clean(reference), clean(candidate)];
  if (wanted === "") return { equal: "undecided", reason: "empty-reference" };
  if (given === "") return { equal: "undecided", reason: "candidate-unreadable" };
  if (wanted === given || compact(wanted) === compact(given)) return { equal: true, rule: "same-text" };
  if (tooLong(wanted) || tooLong(given)) return { equal: "undecided", reason: "out-of-budget" };
  try {
    return compareTexts(wanted, given, { options, budget: new Budget(), compare: compareNodes });
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof RangeError)
      return { equal: "undecided", reason: "out-of-budget" };
    throw error;
  }
}

function clean(answer: string): string {
  const plain = answer.length > LIMITS.answerLength ? answer : unicodeToLatex(answer);
  const text = plain.replaceAll(/\s+/g, " ").trim();
  return text.length > LIMITS.answerLength ? text : commonNotation(fromProgramNotation(stripWrappers(text)));
}

/** Spaces between letters or digits stay: `2 1/2` is not `21/2`. */
function compact(text: string): string {
  return text
    .replaceAll(/(\\[a-zA-Z]+) (?=\d)/g, "$1")
    .replaceAll(/ (?=[^a-zA-Z0-9])|(?<=[^a-zA-Z0-9]) /g, "");
}

function tooLong(text: string): boolean {
  return (
    text.length > LIMITS.answerLength || (text.length > LIMITS.formulaLength && !/^-?[\d,.]+$/.test(text))
  );
}

function compareTexts(wanted: string, given: string, context: Context): Comparison {
  const special = compareChoices(wanted, given) ?? compareClock(wanted, given);
  if (special !== null) return special;
  const references = readingsOf(wanted, "reference");
  const candidates = readingsOf(given, "candidate");
  if (isWords(references) || isWords(candidates)) {
    const words = compareWords(wanted, given);
    if (words.equal === true) return words;
  }
  const strict = best(compareReadings(context, references, candidates));
  if (strict.equal === true || context.options.kind === "expression") return strict;
  const lenient = best([
    ...(references.every(isPlainValue)
      ? compareReadings(context, references, lenientReadings(given, wanted))
      : []),
    ...(candidates.every(isPlainValue)
      ? compareReadings(context, lenientReadings(wanted, given), candidates)
      : []),
  ]);
  return lenient.equal === true ? lenient : strict;
}

function isWords(readings: readonly Node[]): boolean {
  return readings.some(({ kind }) => kind === "text");
}

function compareReadings(
  context: Context,
  references: readonly Node[],
  candidates: readonly Node[],
): readonly Comparison[] {
  const outcomes: Comparison[] = [];
  for (const reference of references) {
    for (const candidate of candidates) {
      const outcome = compareNodes(context, reference, candidate);
      outcomes.push(outcome);
      if (outcome.equal === true) return outcomes;
    }
  }
  return outcomes;
}

/** A value without letters, so that a letter behind the number on the other side can only be a unit. */
function isPlainValue(node: Node): boolean {
  return !some(node, ({ kind }) => kind === "symbol" || kind === "text");
}
