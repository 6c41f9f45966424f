import { Algebra, NotScalar } from "../exact/algebra";
import type { Form, Polynomial } from "../exact/algebra";
import { formRational } from "../exact/form";
import { normalForm } from "../exact/normal-form";
import { addPolynomials, multiplyPolynomials, negatePolynomial } from "../exact/polynomial";
import { equal } from "../exact/rational";
import { isFinite, modulus, plus, times, real } from "../numeric/complex";
import { isPreciselyZero } from "../precise/precise-value";
import { evaluateForm } from "../numeric/evaluate";
import { isConstantForm } from "../exact/constancy";
import { vanishes } from "../numeric/zero-test";
import type { Node } from "../read/ast";
import { hasBareLogarithm, placesOf, isPlainNumber } from "../read/survey";
import type { Comparison } from "../verdict";
import type { Context } from "./context";
import { NOT_COMPARABLE } from "./context";

/** Decimals are equal when they agree to this relative distance, so that rounding at the sixth digit is forgiven. */
const DECIMAL_TOLERANCE = 1e-6;

/** Decimals with at most this many places are exact amounts, such as money, not roundings of something longer. */
const EXACT_PLACES = 4;

/** Two expressions that each have one value, or one value at each point. */
export function compareScalars(context: Context, reference: Node, candidate: Node): Comparison {
  const infinite = compareInfinities(reference, candidate);
  if (infinite !== null) return infinite;
  const first = compareReading(context, { reference, candidate, bareLog: "ten" });
  if (first.equal === true || !(hasBareLogarithm(reference) || hasBareLogarithm(candidate))) return first;
  return compareReading(context, { reference, candidate, bareLog: "natural" });
}

function compareInfinities(reference: Node, candidate: Node): Comparison | null {
  const [a, b] = [signOfInfinity(reference), signOfInfinity(candidate)];
  if (a === 0 && b === 0) return null;
  return a === b ? { equal: true, rule: "exact-value" } : { equal: false, rule: "other-value" };
}

/** 1, -1, or 0 for anything finite. */
export function signOfInfinity(node: Node): 1 | -1 | 0 {
  if (node.kind === "constant" && node.name === "infinity") return 1;
  return node.kind === "negative" && node.body.kind === "constant" && node.body.name === "infinity" ? -1 : 0;
}

interface Pair {
  readonly reference: Node;
  readonly candidate: Node;
  readonly bareLog: "ten" | "natural";
}

function compareReading(context: Context, pair: Pair): Comparison {
  const algebra = new Algebra(context.budget, pair.bareLog);
  try {
    const a = normalForm(algebra, pair.reference);
    const b = normalForm(algebra, pair.candidate);
    return compareForms(context, algebra, { ...pair, a, b });
  } catch (error) {
    if (error instanceof NotScalar) return NOT_COMPARABLE;
    throw error;
  }
}

interface FormPair extends Pair {
  readonly a: Form;
  readonly b: Form;
}

function compareForms(context: Context, algebra: Algebra, pair: FormPair): Comparison {
  const { a, b } = pair;
  const [left, right] = [formRational(a), formRational(b)];
  if (left !== null && right !== null && equal(left, right)) return { equal: true, rule: "exact-value" };
  const difference = crossDifference(algebra, a, b);
  const constant = isConstantForm(a) && isConstantForm(b);
  if (difference.size === 0) return { equal: true, rule: constant ? "exact-value" : "same-expression" };
  if (constant) {
    const close = compareRounded(context, algebra, pair);
    if (close !== null) return close;
  }
  if (left !== null && right !== null) return { equal: false, rule: "other-value" };
  const slack = longestPlaces(pair) > EXACT_PLACES ? DECIMAL_TOLERANCE : 0;
  switch (vanishes(algebra, difference, constant ? 0 : slack)) {
    case "zero":
      if (constant && isPreciselyZero(algebra, difference) === false)
        return { equal: false, rule: "numerically-different" };
      return { equal: true, rule: constant ? "numerically-equal" : "sampled-equal" };
    case "not-zero":
      return { equal: false, rule: constant ? "numerically-different" : "sampled-different" };
    case "open":
      break;
  }
  return { equal: "undecided", reason: "too-close" };
}

/** a - b without its denominator. */
export function crossDifference(algebra: Algebra, a: Form, b: Form): Polynomial {
  const left = multiplyPolynomials(algebra, a.top, b.bottom);
  const right = multiplyPolynomials(algebra, b.top, a.bottom);
  return addPolynomials(algebra, left, negatePolynomial(right));
}

function longestPlaces({ reference, candidate }: Pair): number {
  return Math.max(placesOf(reference), placesOf(candidate));
}

/** Equal after rounding or within the tolerance, or null where only exact equality counts. */
function compareRounded(context: Context, algebra: Algebra, pair: FormPair): Comparison | null {
  const { tolerance, kind } = context.options;
  const point = { values: new Map(), real: false };
  const a = evaluateForm(algebra, pair.a, point);
  const b = evaluateForm(algebra, pair.b, point);
  if (!isFinite(a) || !isFinite(b)) return null;
  const distance = modulus(plus(a, times(real(-1), b)));
  if (tolerance !== undefined && distance <= tolerance * (1 + 1e-9))
    return { equal: true, rule: "within-tolerance" };
  const places = longestPlaces(pair);
  if (places === 0 || kind === "integer") return null;
  const exact = isPlainNumber(pair.reference) && isPlainNumber(pair.candidate) && places <= EXACT_PLACES;
  if (exact) return { equal: false, rule: "other-value" };
  const size = Math.max(modulus(a), modulus(b));
  if (distance <= DECIMAL_TOLERANCE * size * (1 + 1e-9)) return { equal: true, rule: "rounded-equal" };
  return distance > 1e-5 * size ? { equal: false, rule: "numerically-different" } : null;
}
