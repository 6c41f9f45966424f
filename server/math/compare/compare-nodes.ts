import type { Node, NodeOf } from "../read/ast";
import { hasPlusMinus, splitPlusMinus } from "../read/plus-minus";
import { substitute } from "../read/map-node";
import { some } from "../read/survey";
import type { Comparison } from "../verdict";
import { readAssignment } from "./assignment";
import { compareCases } from "./compare-cases";
import { compareInAnyOrder, compareInOrder, distinct } from "./compare-items";
import { asMatrix, compareMatrices } from "./compare-matrices";
import { compareQuantities } from "./compare-quantities";
import { compareRatios } from "./compare-ratios";
import { compareRealSets } from "./compare-real-sets";
import { compareRelations } from "./compare-relations";
import { compareScalars } from "./compare-scalars";
import { compareTuples, compareTupleWithList } from "./compare-tuples";
import { compareWithChain } from "./compare-chain";
import { compareWords } from "./compare-words";
import type { Context } from "./context";
import { NOT_COMPARABLE } from "./context";
import { peel } from "./peel";

/** The whole comparison of two readings: what surrounds the value is taken off, then the kinds decide. */
export function compareNodes(context: Context, reference: Node, candidate: Node): Comparison {
  context.budget.spend(5);
  if (hasPlusMinus(reference) || hasPlusMinus(candidate)) {
    return compareNodes(context, splitPlusMinus(reference), splitPlusMinus(candidate));
  }
  const [free, given] = [withoutRange(reference), withoutRange(renamedRange(candidate, reference))];
  if (free !== reference || given !== candidate) return compareNodes(context, free, given);
  const [a, b] = [peel(reference), peel(candidate)];
  if (a.body !== reference || b.body !== candidate) return compareQuantities(context, a, b);
  const [left, right] = [
    unwrapPoint(unwrapSingle(reference), candidate),
    unwrapPoint(unwrapSingle(candidate), reference),
  ];
  if (left !== reference || right !== candidate) return compareNodes(context, left, right);
  return compareKinds(context, withoutPointName(left, right), withoutPointName(right, left));
}

/** `A(1, 2)` against `(1, 2)`: only one side names the point. */
function withoutPointName(node: Node, other: Node): Node {
  if (node.kind !== "product" || other.kind !== "tuple") return node;
  const [name, point, more] = node.factors;
  const named = name?.kind === "symbol" && /^[A-Z](?:_\w|')?$/.test(name.name) && more === undefined;
  return named && point?.kind === "tuple" && point.items.length > 1 ? point : node;
}

/** `k\pi, k \in \mathbb{Z}`: where the letter runs is understood. */
function withoutRange(node: Node): Node {
  if (node.kind !== "list") return node;
  const items = node.items.filter((item) => !isIntegerRange(item));
  return items.length === node.items.length || items.length === 0 || items.some(isInequality)
    ? node
    : { ...node, items };
}

/** `n\pi, n \in \mathbb{Z}` in the letter of `k\pi, k \in \mathbb{Z}`. */
function renamedRange(node: Node, other: Node): Node {
  const [letter, wanted] = [rangeLetter(node), rangeLetter(other)];
  return letter === null || wanted === null || letter === wanted
    ? node
    : substitute(node, letter, { kind: "symbol", name: wanted });
}

function rangeLetter(node: Node): string | null {
  const ranges = node.kind === "list" ? node.items.filter(isIntegerRange) : [];
  const [range, second] = ranges;
  const letter = range?.kind === "relation" && second === undefined ? range.sides[0] : undefined;
  return letter?.kind === "symbol" ? letter.name : null;
}

function isIntegerRange(node: Node): boolean {
  if (node.kind !== "relation" || node.operators.length !== 1 || node.operators[0] !== "in") return false;
  const range = node.sides[1];
  return range?.kind === "named-set" && range.name === "Z";
}

function unwrapSingle(node: Node): Node {
  const [only, second] = node.kind === "list" || node.kind === "set" ? node.items : [];
  // A set whose only element is a set is one level deeper than that set.
  return only !== undefined && second === undefined && !isCollection(only) ? only : node;
}

/** `{(1, 2)}`, the solutions of a system, against the point. */
function unwrapPoint(node: Node, other: Node): Node {
  const [only, second] = node.kind === "set" ? node.items : [];
  const point = only?.kind === "tuple" && second === undefined && only.open + only.close === "()";
  return point && other.kind === "tuple" ? only : node;
}

function compareKinds(context: Context, a: Node, b: Node): Comparison {
  if (a.kind === "text" && b.kind === "text") return compareWords(a.text, b.text);
  if (a.kind === "relation" && b.kind === "relation") return compareRelations(context, a, b);
  if (a.kind === "matrix" || b.kind === "matrix") return compareWithMatrix(context, a, b);
  if (isSetLike(a) || isSetLike(b)) {
    const sets = compareRealSets(context, a, b);
    if (sets !== null) return sets;
  }
  if (a.kind === "text" || b.kind === "text") return compareTextWithMaths(a, b);
  if (a.kind === "relation" || b.kind === "relation") return compareWithRelation(context, a, b);
  if (isCollection(a) || isCollection(b))
    return compareCollections(context, settled(context, a), settled(context, b));
  if (a.kind === "cases" || b.kind === "cases")
    return a.kind === "cases" && b.kind === "cases" ? compareCases(context, a, b) : NOT_COMPARABLE;
  if (a.kind === "based" || b.kind === "based") return compareBased(a, b);
  if (a.kind === "ratio" || b.kind === "ratio") return compareRatios(context, a, b);
  if (a.kind === "named-set" && b.kind === "named-set") {
    return a.name === b.name ? { equal: true, rule: "same-set" } : { equal: false, rule: "other-set" };
  }
  if (isSetLike(a) || isSetLike(b)) return compareSymbolicSets(context, a, b);
  return compareScalars(context, a, b);
}

/** Kinds that surely describe a set of numbers: then a pair such as (2,5) is an interval too. */
function isSetLike(node: Node): boolean {
  if (node.kind === "set-operation" || node.kind === "named-set" || node.kind === "builder") return true;
  if (node.kind === "text") return /real|empty|no /i.test(node.text);
  if (node.kind === "tuple") return (node.open === "[") !== (node.close === "]");
  if (node.kind === "list") return node.items.some(isInequality);
  return isInequality(node);
}

function isInequality(node: Node): boolean {
  return node.kind === "relation" && node.operators.some((operator) => operator !== "=");
}

function isCollection(node: Node): node is NodeOf<"list"> | NodeOf<"set"> | NodeOf<"tuple"> {
  return node.kind === "list" || node.kind === "set" || node.kind === "tuple";
}

function compareTextWithMaths(a: Node, b: Node): Comparison {
  const words = a.kind === "text" ? a.text : b.kind === "text" ? b.text : "";
  return /\d/.test(words) ? NOT_COMPARABLE : { equal: false, rule: "words-against-maths" };
}

/** `x = 3` against `3`, and `x \in \{1,2\}` against `\{1,2\}`. */
function compareWithRelation(context: Context, a: Node, b: Node): Comparison {
  const chained = compareWithChain(context, a, b);
  if (chained !== null) return chained;
  const [bareA, bareB] = [bareValue(a), bareValue(b)];
  if (bareA === null || bareB === null) return NOT_COMPARABLE;
  const outcome = context.compare(context, bareA, bareB);
  return outcome.equal === true ? { equal: true, rule: "assigned-value" } : outcome;
}

function bareValue(node: Node): Node | null {
  if (node.kind !== "relation") return node;
  const [element, range] = node.sides;
  if (node.operators.length === 1 && node.operators[0] === "in" && element?.kind === "symbol")
    return range ?? null;
  return readAssignment(node)?.value ?? null;
}

function compareCollections(context: Context, a: Node, b: Node): Comparison {
  if (a.kind === "tuple" && b.kind === "tuple") return compareTuples(context, a, b);
  if (a.kind === "tuple" && b.kind === "list")
    return compareTupleWithList(context, { tuple: a, list: b.items, swapped: false });
  if (a.kind === "list" && b.kind === "tuple")
    return compareTupleWithList(context, { tuple: b, list: a.items, swapped: true });
  if (a.kind === "tuple" || b.kind === "tuple") {
    return { equal: false, rule: a.kind === "set" || b.kind === "set" ? "tuple-not-set" : "other-kind" };
  }
  if (isCollection(a) && isCollection(b)) return compareLists(context, a, b);
  if (!isCollection(a) && !isCollection(b)) return context.compare(context, a, b);
  return { equal: false, rule: "item-count" };
}

/** `0.5 or 1/2` says one thing twice. */
function settled(context: Context, node: Node): Node {
  if (node.kind !== "list" || node.joiner !== "or") return node;
  const [only, ...others] = distinct(context, node.items);
  return only !== undefined && others.length === 0 ? only : node;
}

type ListLike = NodeOf<"list"> | NodeOf<"set"> | NodeOf<"tuple">;

function compareLists(context: Context, a: ListLike, b: ListLike): Comparison {
  if (a.kind === "list" && b.kind === "list") {
    const roots = [rootsOf(a.items), rootsOf(b.items)] as const;
    if (roots[0] !== null && roots[0].letter === roots[1]?.letter)
      return compareInAnyOrder(context, roots[0].values, roots[1].values);
    const ordered = context.options.orderFree === false || namesDiffer(a.items) !== namesDiffer(b.items);
    return (ordered ? compareInOrder : compareInAnyOrder)(context, a.items, b.items);
  }
  return compareInAnyOrder(context, distinct(context, a.items), distinct(context, b.items));
}

/** `x = 1, y = 2`: against bare values the order is all that tells them apart. `x_1 = 1, x_2 = 2` are the roots of one equation. */
function namesDiffer(items: readonly Node[]): boolean {
  const names = items.map((item) => readAssignment(item)?.name);
  const letters = names.map((name) => (name?.kind === "symbol" ? name.name.replace(/_.*$/, "") : null));
  return !letters.includes(null) && new Set(letters).size === letters.length;
}

/** `x_1 = 1, x_2 = -1` as the values of x; null unless all names are one letter. */
function rootsOf(items: readonly Node[]): { letter: string; values: readonly Node[] } | null {
  const found = items.map((item) => readAssignment(item));
  const letters = found.map((item) =>
    item?.name.kind === "symbol" ? item.name.name.replace(/_\{?\d\}?$/, "") : null,
  );
  const [letter] = letters;
  if (letter === undefined || letter === null || letters.some((other) => other !== letter)) return null;
  return { letter, values: found.flatMap((item) => (item === null ? [] : [item.value])) };
}

function compareWithMatrix(context: Context, a: Node, b: Node): Comparison {
  const shape = a.kind === "matrix" ? a : b.kind === "matrix" ? b : null;
  if (shape === null) return NOT_COMPARABLE;
  const [left, right] = [asMatrix(bareValue(a) ?? a, shape), asMatrix(bareValue(b) ?? b, shape)];
  return left === null || right === null
    ? { equal: false, rule: "other-kind" }
    : compareMatrices(context, left, right);
}

/** A base keeps its base: 1011_2 is an answer about base two, not another way to write eleven. */
function compareBased(a: Node, b: Node): Comparison {
  if (a.kind !== "based" || b.kind !== "based") {
    const [based, other] = a.kind === "based" ? [a, b] : [b, a];
    const bare =
      other.kind === "number" && based.kind === "based" && other.literal.value.n.toString() === based.digits;
    return bare ? { equal: "undecided", reason: "base-missing" } : { equal: false, rule: "other-base" };
  }
  const same = a.base === b.base && trimZeros(a.digits) === trimZeros(b.digits);
  return same ? { equal: true, rule: "same-base" } : { equal: false, rule: "other-base" };
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, "").toUpperCase();
}

/** Sets whose ends are not numbers: the same operation on the same parts. */
function compareSymbolicSets(context: Context, a: Node, b: Node): Comparison {
  if (a.kind === "set-operation" && b.kind === "set-operation" && a.operator === b.operator) {
    const straight = compareInOrder(context, a.sides, b.sides);
    if (straight.equal === true || a.operator === "difference") return straight;
    return compareInAnyOrder(context, a.sides, b.sides);
  }
  if (a.kind === "builder" && b.kind === "builder") {
    const parts = compareInOrder(context, [a.element, a.condition], [b.element, b.condition]);
    return parts.equal === true ? parts : NOT_COMPARABLE;
  }
  return some(a, isSymbol) || some(b, isSymbol) ? NOT_COMPARABLE : { equal: false, rule: "other-kind" };
}

function isSymbol(node: Node): boolean {
  return node.kind === "symbol";
}
