import type { Node, NodeOf, Relation } from "../read/ast";
import { negative, numberNode } from "../read/ast";
import type { Context } from "./context";
import { complement, endpointAt, intersection, pointSet, realValue, REAL_LINE, union } from "./real-set";
import type { Endpoint, RealSet } from "./real-set";
import { linearParts } from "./linear";

/** A set of real numbers, with the variable that its description used, if any. */
interface DescribedSet {
  readonly variable: string | null;
  readonly set: RealSet;
}

/** An interval, a union, a finite set, an inequality or several, as a set of real numbers; null for anything else. */
export function readRealSet(context: Context, node: Node): DescribedSet | null {
  if (node.kind === "tuple") return nameless(readInterval(context, node));
  if (node.kind === "set") return nameless(readPoints(context, node.items));
  if (node.kind === "named-set") return nameless(readNamed(node.name));
  if (node.kind === "set-operation") return combineSides(context, node);
  if (node.kind === "builder") return readBuilder(context, node);
  if (node.kind === "relation") return readRelation(context, node);
  if (node.kind === "list") return readList(context, node);
  return node.kind === "text" ? nameless(readWords(node.text)) : null;
}

function nameless(set: RealSet | null): DescribedSet | null {
  return set === null ? null : { variable: null, set };
}

function readNamed(name: string): RealSet | null {
  const [whole] = REAL_LINE;
  if (whole === undefined || name === "R") return name === "R" ? REAL_LINE : null;
  const zero = { node: numberNode(0), position: 0, closed: false };
  if (name === "R+") return [{ low: zero, high: whole.high }];
  return name === "R-" ? [{ low: whole.low, high: zero }] : null;
}

/** `x \ne 0, 1` means `x \ne 0, x \ne 1`. */
function withRepeatedSide(items: readonly Node[]): readonly Node[] {
  const [first] = items;
  if (first?.kind !== "relation" || first.operators.length !== 1 || first.operators[0] !== "!=") return items;
  const [variable] = first.sides;
  if (variable === undefined) return items;
  return items.map((item) => (item.kind === "relation" ? item : { ...first, sides: [variable, item] }));
}

function readWords(words: string): RealSet | null {
  if (
    /^(?:the )?(?:set of )?(?:all )?real numbers$|^all reals?$|^(?:any|every) real number$|^all real values(?: of [a-z])?$/i.test(
      words.trim(),
    )
  )
    return REAL_LINE;
  return /^(?:the )?empty set$|^no (?:real )?(?:solutions?|values?)$/i.test(words.trim()) ? [] : null;
}

function readInterval(context: Context, node: NodeOf<"tuple">): RealSet | null {
  const [first, second] = node.items;
  if (node.items.length !== 2 || first === undefined || second === undefined || node.open === "<")
    return null;
  const low = endpointAt(context, first, node.open === "[");
  const high = endpointAt(context, second, node.close === "]");
  return low === null || high === null || low.position >= high.position ? null : [{ low, high }];
}

function readPoints(context: Context, items: readonly Node[]): RealSet | null {
  const points: RealSet[] = [];
  for (const item of items) {
    const end = endpointAt(context, item, true);
    if (end === null || !Number.isFinite(end.position)) return null;
    points.push(pointSet(end));
  }
  return union(points.flat());
}

function combineSides(context: Context, node: NodeOf<"set-operation">): DescribedSet | null {
  const [a, b] = [readRealSet(context, node.sides[0]), readRealSet(context, node.sides[1])];
  if (a === null || b === null) return null;
  if (node.operator === "union") return nameless(union([...a.set, ...b.set]));
  return nameless(intersection(a.set, node.operator === "intersection" ? b.set : complement(b.set)));
}

function readBuilder(context: Context, node: NodeOf<"builder">): DescribedSet | null {
  const condition = readRealSet(context, node.condition);
  if (condition === null || node.element.kind === "symbol") return condition;
  if (node.element.kind !== "relation") return null;
  const range = readRealSet(context, node.element);
  return range === null ? null : nameless(intersection(range.set, condition.set));
}

/** `or` unites and `and` intersects; a comma intersects too, unless nothing would be left. */
function readList(context: Context, node: NodeOf<"list">): DescribedSet | null {
  const parts: DescribedSet[] = [];
  if (node.joiner !== "comma" && node.items.every(({ kind }) => kind === "tuple"))
    return readUnion(context, node);
  for (const item of withRepeatedSide(node.items)) {
    if (item.kind !== "relation") return null;
    const part = readRealSet(context, item);
    if (part === null) return null;
    parts.push(part);
  }
  const [first] = parts;
  if (first === undefined || parts.some(({ variable }) => variable !== first.variable)) return null;
  const united = union(parts.flatMap(({ set }) => set));
  const common = parts.map(({ set }) => set).reduce(intersection);
  return {
    variable: first.variable,
    set: node.joiner === "or" || (node.joiner === "comma" && common.length === 0) ? united : common,
  };
}

/** `(2,3) or (5,\infty)`, against what surely is a set. */
function readUnion(context: Context, node: NodeOf<"list">): DescribedSet | null {
  const sets = node.items.map((item) => readRealSet(context, item)?.set);
  return sets.includes(undefined) ? null : nameless(union(sets.flatMap((set) => set ?? [])));
}

function readRelation(context: Context, node: NodeOf<"relation">): DescribedSet | null {
  const [operator] = node.operators;
  const [left, right] = node.sides;
  if (operator === undefined || left === undefined || right === undefined) return null;
  if (operator === "in" || operator === "not-in") {
    const range = node.operators.length === 1 && left.kind === "symbol" ? readRealSet(context, right) : null;
    if (range === null || left.kind !== "symbol") return null;
    return { variable: left.name, set: operator === "in" ? range.set : complement(range.set) };
  }
  let result: DescribedSet | null = null;
  for (const [at, link] of node.operators.entries()) {
    const [a, b] = [node.sides[at], node.sides[at + 1]];
    if (a === undefined || b === undefined) return null;
    const part = readLink(context, { a, b, link });
    if (part === null) return null;
    if (result !== null && result.variable !== part.variable) return null;
    result = result === null ? part : { variable: part.variable, set: intersection(result.set, part.set) };
  }
  return result;
}

interface Link {
  readonly a: Node;
  readonly b: Node;
  readonly link: Relation;
}

const FLIPPED: Readonly<Record<string, Relation>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** One link a ? b, linear in one variable, solved for it. */
function readLink(context: Context, { a, b, link }: Link): DescribedSet | null {
  const absolute = readAbsolute(context, { a, b, link });
  if (absolute !== null) return absolute;
  if (link === "equivalent" || link === "in" || link === "not-in") return null;
  const parts = linearParts(context, a, b);
  if (parts === null) return null;
  const slope = realValue(context, parts.slope);
  if (slope === null || slope === 0) return null;
  const root: Node = parts.direct ?? { kind: "quotient", top: negative(parts.offset), bottom: parts.slope };
  const end = endpointAt(context, root, link === "<=" || link === ">=");
  if (end === null) return null;
  const operator = slope < 0 ? (FLIPPED[link] ?? link) : link;
  const set = halfLine(operator, end);
  return { variable: parts.variable, set };
}

function halfLine(operator: Relation, end: Endpoint): RealSet {
  const [whole] = REAL_LINE;
  if (operator === "=" || whole === undefined) return pointSet(end);
  if (operator === "!=") return complement(pointSet(end));
  const below = operator === "<" || operator === "<=";
  if (!Number.isFinite(end.position)) return end.position > 0 === below ? REAL_LINE : [];
  return [below ? { low: whole.low, high: end } : { low: end, high: whole.high }];
}

/** |x - a| < b as two links. */
function readAbsolute(context: Context, { a, b, link }: Link): DescribedSet | null {
  const flipped = FLIPPED[link];
  if (flipped === undefined) return null;
  if (b.kind === "call" && b.name === "abs" && a.kind !== "call")
    return readAbsolute(context, { a: b, b: a, link: flipped });
  const [inside] = a.kind === "call" && a.name === "abs" ? a.args : [];
  if (inside === undefined) return null;
  const upper = readLink(context, { a: inside, b, link });
  const lower = readLink(context, { a: inside, b: negative(b), link: flipped });
  if (upper === null || lower === null || upper.variable !== lower.variable) return null;
  const outside = link === ">" || link === ">=";
  return {
    variable: upper.variable,
    set: outside ? union([...upper.set, ...lower.set]) : intersection(upper.set, lower.set),
  };
}
