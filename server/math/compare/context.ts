import type { Budget } from "../budget";
import type { Node } from "../read/ast";
import type { Comparison, GradeOptions } from "../verdict";

/** What the comparisons of one pair of answers share. `compare` is the whole comparison, for the parts of an answer. */
export interface Context {
  readonly options: GradeOptions;
  readonly budget: Budget;
  readonly compare: Compare;
}

type Compare = (context: Context, reference: Node, candidate: Node) => Comparison;

export const NOT_COMPARABLE: Comparison = { equal: "undecided", reason: "not-comparable" };

/** The first outcome that says equal; else the first that says different; else the first. */
export function best(outcomes: readonly Comparison[]): Comparison {
  return (
    outcomes.find(({ equal }) => equal === true) ??
    outcomes.find(({ equal }) => equal === false) ??
    outcomes[0] ??
    NOT_COMPARABLE
  );
}

/** The same outcome under a rule that says more. */
export function under(outcome: Comparison, rules: { readonly same: Rule; readonly other: Rule }): Comparison {
  if (outcome.equal === "undecided") return outcome;
  return { equal: outcome.equal, rule: outcome.equal ? rules.same : rules.other };
}

type Rule = Extract<Comparison, { rule: unknown }>["rule"];
