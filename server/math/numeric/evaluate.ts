import type { Algebra, Atom, Form, Polynomial, Power } from "../exact/algebra";
import { isUnit } from "../exact/polynomial";
import { compare, divide, magnitude, toNumber } from "../exact/rational";
import type { Rational } from "../exact/rational";
import type { Complex } from "./complex";
import { isFinite, modulus, over, plus, raise, real, times, UNDEFINED } from "./complex";
import { functionValue } from "./function-value";

/** Values of the variables. `real`: a root or logarithm that leaves the real line makes the point unusable. */
export interface Point {
  readonly values: ReadonlyMap<string, Complex>;
  readonly real: boolean;
}

/** A value, and the size of what was added up to it, against which its rounding error is judged. */
interface Sized {
  readonly value: Complex;
  readonly size: number;
}

/** The value of a form at a point; NaN where it is undefined. */
export function evaluateForm(algebra: Algebra, form: Form, point: Point): Complex {
  const top = evaluatePolynomial(algebra, form.top, point).value;
  return isUnit(form.bottom) ? top : over(top, evaluatePolynomial(algebra, form.bottom, point).value);
}

export function evaluatePolynomial(algebra: Algebra, polynomial: Polynomial, point: Point): Sized {
  let value = real(0);
  let size = 0;
  for (const term of polynomial.values()) {
    const part = times(real(toNumber(term.coefficient)), monomialValue(algebra, term.powers, point));
    value = plus(value, part);
    size += modulus(part);
  }
  return { value, size };
}

/** The same up to a positive factor, chosen so that coefficients of any length stay within doubles. */
export function evaluateScaled(algebra: Algebra, polynomial: Polynomial, point: Point): Sized {
  let largest: Rational = { n: 1n, d: 1n };
  let first = true;
  for (const { coefficient } of polynomial.values()) {
    const size = magnitude(coefficient);
    if (first || compare(size, largest) > 0) largest = size;
    first = false;
  }
  let value = real(0);
  let size = 0;
  for (const term of polynomial.values()) {
    const part = times(
      real(toNumber(divide(term.coefficient, largest))),
      monomialValue(algebra, term.powers, point),
    );
    value = plus(value, part);
    size += modulus(part);
  }
  return { value, size };
}

function monomialValue(algebra: Algebra, powers: readonly Power[], point: Point): Complex {
  let product = real(1);
  for (const { atom, exponent } of powers) {
    algebra.budget.spend(2);
    product = times(product, powerValue(atomValue(algebra, atom, point), exponent, point));
  }
  return product;
}

function powerValue(base: Complex, exponent: Rational, point: Point): Complex {
  if (exponent.n === 1n && exponent.d === 1n) return base;
  const w = toNumber(exponent);
  if (exponent.d !== 1n && base.im === 0 && base.re < 0) {
    if (exponent.d % 2n === 1n) return real((exponent.n % 2n === 0n ? 1 : -1) * (-base.re) ** w);
    if (point.real) return UNDEFINED;
  }
  if (exponent.d !== 1n && point.real && base.im !== 0) return UNDEFINED;
  return raise(base, real(w));
}

function atomValue(algebra: Algebra, atom: Atom, point: Point): Complex {
  if (atom.kind === "symbol") return point.values.get(atom.name) ?? UNDEFINED;
  if (atom.kind === "pi") return real(Math.PI);
  if (atom.kind === "e") return real(Math.E);
  if (atom.kind === "i") return { re: 0, im: 1 };
  if (atom.kind === "prime") return real(Number(atom.value));
  if (atom.kind === "sum") return evaluatePolynomial(algebra, atom.body, point).value;
  if (atom.kind === "exponential") {
    return raise(evaluateForm(algebra, atom.base, point), evaluateForm(algebra, atom.exponent, point));
  }
  const args = atom.args.map((arg) => evaluateForm(algebra, arg, point));
  if (!args.every(isFinite)) return UNDEFINED;
  const value = functionValue(atom.name, args);
  return point.real && value.im !== 0 && args.every(({ im }) => im === 0) ? UNDEFINED : value;
}
