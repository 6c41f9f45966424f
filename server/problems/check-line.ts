import type { z } from "zod";
import { compareAnswers, gradeResponse } from "@/server/math";
import type { SetRules } from "./grading/rules";
import { lineGradingSchema, problemLineSchema, type LineGrading, type ProblemLine } from "./problems.schema";

export type CheckedLine =
  | { readonly ok: true; readonly problem: ProblemLine }
  | { readonly ok: false; readonly reason: string };

/** Reads one line of a problem file, or says in plain words why it is refused. `rules` are those of a known file. Never throws. */
export function checkLine(text: string, rules: Pick<SetRules, "range"> = { range: null }): CheckedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(
      "This is not JSON. Each line is one object with id, problem and answer, without a line break in it.",
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse("This is JSON but not an object. Each line is one object with id, problem and answer.");
  const checked = checkProblem(value);
  const outside = checked.ok ? rangeFault(checked.problem.answer, rules.range) : null;
  return outside === null ? checked : refuse(outside);
}

/** The same checks for a problem that did not come as a line. */
export function checkProblem(value: object): CheckedLine {
  const parsed = problemLineSchema.safeParse(value);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map((issue) => describe(issue.path.join(".") || "line", issue));
    return refuse([...new Set(reasons)].join(" "));
  }
  const spoilt = Object.entries(parsed.data).find(
    ([, field]) => typeof field === "string" && /[\p{Surrogate}\0]/u.test(field),
  );
  if (spoilt !== undefined)
    return refuse(`${spoilt[0]}: holds a character that is not text (NUL or half of a surrogate pair).`);
  const unreadable = referenceFault(parsed.data.answer, parsed.data.grading);
  return unreadable === null ? { ok: true, problem: parsed.data } : refuse(unreadable);
}

/**
 * Why no grader could ever mark a response against this reference; null when one can. A reference is fit
 * when it equals itself and when a response that boxes it is marked correct.
 */
function referenceFault(answer: string, grading: LineGrading = {}): string | null {
  if (!hasBalancedBraces(answer))
    return "answer: its braces do not balance, so it was cut off or mistyped (bad-reference: braces).";
  const comparison = compareAnswers(answer, answer, grading);
  if (comparison.equal !== true) {
    const why = comparison.equal === "undecided" ? comparison.reason : comparison.rule;
    return `answer: the grader cannot read this reference answer (bad-reference: ${why}). Give the final answer alone, without \\boxed{} and without prose.`;
  }
  const grade = gradeResponse(`The answer is \\boxed{${answer}}.`, answer, grading);
  if (grade.verdict === "correct") return null;
  return `answer: a response that states this very answer would be marked "${grade.verdict}" (bad-reference: ${grade.rule}). Give the final answer alone, without \\boxed{} and without prose.`;
}

function rangeFault(answer: string, range: SetRules["range"]): string | null {
  if (range === null) return null;
  const [from, to] = range;
  const value = /^\d{1,9}$/.test(answer) ? Number(answer) : Number.NaN;
  return value >= from && value <= to ? null : `answer: must be a whole number from ${from} to ${to}.`;
}

/** A grader reads a cut-off answer of a model with indulgence; a reference must be whole. */
function hasBalancedBraces(answer: string): boolean {
  let depth = 0;
  for (const [mark] of answer.matchAll(/\\.|[{}]/gs)) {
    if (mark === "{") depth++;
    if (mark === "}" && --depth < 0) return false;
  }
  return depth === 0;
}

function describe(field: string, issue: z.core.$ZodIssue): string {
  if (issue.code === "too_big") return `${field}: longer than ${issue.maximum} characters.`;
  if (issue.code === "too_small")
    return issue.origin === "number" ? `${field}: must be above ${issue.minimum}.` : `${field}: is empty.`;
  if (issue.code === "unrecognized_keys") {
    const unknown = issue.keys.map((key) => `"${key}"`).join(", ");
    return `${field}: ${unknown} is no key of it; it knows ${GRADING_KEYS}.`;
  }
  if (issue.code === "invalid_value")
    return `${field}: must be one of ${issue.values.map((value) => `"${String(value)}"`).join(", ")}.`;
  if (issue.code === "invalid_type")
    return issue.message.endsWith("undefined")
      ? `${field}: is missing.`
      : `${field}: must be ${TYPES[issue.expected] ?? issue.expected}.`;
  return `${field}: ${issue.message}.`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number",
  boolean: "true or false",
  object: `an object with ${new Intl.ListFormat("en", { type: "disjunction" }).format(Object.keys(lineGradingSchema.shape))}`,
};

const GRADING_KEYS = new Intl.ListFormat("en").format(Object.keys(lineGradingSchema.shape));

function refuse(reason: string): CheckedLine {
  return { ok: false, reason };
}
