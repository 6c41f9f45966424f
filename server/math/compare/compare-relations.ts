import { Algebra, NotScalar } from "../exact/algebra";
import type { Polynomial } from "../exact/algebra";
import { clearDenominators } from "../exact/clear-denominators";
import { normalForm } from "../exact/normal-form";
import { crossDifference } from "./compare-scalars";
import { proportion } from "../numeric/proportion";
import type { Node, NodeOf, Relation } from "../read/ast";
import { substitute } from "../read/map-node";
import { variablesOf } from "../read/survey";
import type { Comparison } from "../verdict";
import { isFunctionName, isLooseName, readAssignment } from "./assignment";
import type { Assignment } from "./assignment";
import type { Context } from "./context";
import { NOT_COMPARABLE, under } from "./context";
import { compareRealSets } from "./compare-real-sets";

type RelationNode = NodeOf<"relation">;

const EQUATION = { same: "same-equation", other: "other-equation" } as const;
const RELATION = { same: "same-relation", other: "other-relation" } as const;

/** Two equations or inequalities: by their values, as sets of numbers, or up to a constant factor. */
export function compareRelations(
  context: Context,
  reference: RelationNode,
  candidate: RelationNode,
): Comparison {
  const [a, b] = [readAssignment(reference), readAssignment(candidate)];
  if (a !== null && b !== null) {
    const assigned = compareAssignments(context, a, b);
    if (assigned !== null) return assigned;
  }
  const sets = compareRealSets(context, reference, candidate);
  if (sets !== null) return sets.equal === "undecided" ? sets : under(sets, RELATION);
  const sameLinks = reference.operators.length === candidate.operators.length;
  if (sameLinks && reference.operators.length > 1) return compareChains(context, reference, candidate);
  if (reference.operators.length > 1 || candidate.operators.length > 1) return NOT_COMPARABLE;
  return compareLinks(context, reference, candidate);
}

function compareAssignments(context: Context, a: Assignment, b: Assignment): Comparison | null {
  if (isFunctionName(a.name) && isFunctionName(b.name)) return compareFunctions(context, a, b);
  if (isLooseName(a.name) || isLooseName(b.name)) return context.compare(context, a.value, b.value);
  if (context.compare(context, a.name, b.name).equal === true) {
    const values = context.compare(context, a.value, b.value);
    return values.equal === "undecided" ? values : under(values, EQUATION);
  }
  const functions = isFunctionName(a.name) || isFunctionName(b.name);
  const graphs = [a.name, b.name].some((name) => name.kind === "symbol" && name.name === "y");
  return functions && graphs ? context.compare(context, a.value, b.value) : null;
}

/** f(x) = x + 1 and f(n) = n + 1 are the same function. */
function compareFunctions(context: Context, a: Assignment, b: Assignment): Comparison | null {
  if (!isFunctionName(a.name) || !isFunctionName(b.name) || a.name.args.length !== b.name.args.length)
    return null;
  if (a.name.name !== b.name.name) return { equal: false, rule: "other-equation" };
  let value = b.value;
  for (const [at, arg] of b.name.args.entries()) {
    const other = a.name.args[at];
    if (arg.kind === "symbol" && other?.kind === "symbol") value = substitute(value, arg.name, other);
  }
  const outcome = context.compare(context, a.value, value);
  return outcome.equal === "undecided" ? outcome : under(outcome, EQUATION);
}

function compareChains(context: Context, reference: RelationNode, candidate: RelationNode): Comparison {
  if (!reference.operators.every((operator, at) => operator === candidate.operators[at]))
    return NOT_COMPARABLE;
  const outcomes = reference.sides.map((side, at) => {
    const other = candidate.sides[at];
    return other === undefined ? NOT_COMPARABLE : context.compare(context, side, other);
  });
  return outcomes.every(({ equal }) => equal === true)
    ? { equal: true, rule: "same-relation" }
    : NOT_COMPARABLE;
}

function compareLinks(context: Context, reference: RelationNode, candidate: RelationNode): Comparison {
  const [a, b] = [directed(reference), directed(candidate)];
  // Without variables both are statements, true or false: any two would be multiples of each other.
  const open = variablesOf(reference).length > 0 || variablesOf(candidate).length > 0;
  if (a === null || b === null || !open) return compareSides(context, reference, candidate);
  const equation = a.operator === "=" && b.operator === "=";
  if (a.operator !== b.operator) return { equal: false, rule: "other-relation" };
  const algebra = new Algebra(context.budget, "ten");
  try {
    const [p, q] = [differenceOf(algebra, a), differenceOf(algebra, b)];
    const ratio = proportion(algebra, p, q);
    if (ratio === "open") return NOT_COMPARABLE;
    const same =
      ratio === "positive" || (ratio === "negative" && (a.operator === "=" || a.operator === "!="));
    return under({ equal: same, rule: "other-relation" }, equation ? EQUATION : RELATION);
  } catch (error) {
    if (error instanceof NotScalar) return NOT_COMPARABLE;
    throw error;
  }
}

/** Membership and congruence have no difference to take; their sides are compared one by one. */
function compareSides(context: Context, reference: RelationNode, candidate: RelationNode): Comparison {
  if (reference.operators[0] !== candidate.operators[0]) return NOT_COMPARABLE;
  return compareChains(context, reference, candidate);
}

interface Link {
  readonly operator: Relation;
  readonly less: Node;
  readonly more: Node;
}

/** The relation turned so that it reads less ? more. */
function directed({ operators, sides }: RelationNode): Link | null {
  const [operator] = operators;
  const [left, right] = sides;
  if (operator === undefined || left === undefined || right === undefined) return null;
  if (operator === ">" || operator === ">=")
    return { operator: operator === ">" ? "<" : "<=", less: right, more: left };
  return operator === "in" || operator === "not-in" || operator === "equivalent"
    ? null
    : { operator, less: left, more: right };
}

function differenceOf(algebra: Algebra, link: Link): Polynomial {
  const less = normalForm(algebra, link.less);
  return clearDenominators(algebra, crossDifference(algebra, less, normalForm(algebra, link.more)));
}
