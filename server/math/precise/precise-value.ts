import type { Algebra, Atom, Form, Polynomial, Term } from "../exact/algebra";
import { isUnit } from "../exact/polynomial";
import { isInteger } from "../exact/rational";
import type { Rational } from "../exact/rational";
import {
  arctangent,
  BITS,
  cosine,
  exponential,
  fromFraction,
  logarithm,
  over,
  pi,
  root,
  sine,
  times,
  UNIT,
  wholePower,
} from "./fixed";
import type { Fixed } from "./fixed";

/** Bits in which two values must agree before the difference is taken for zero. */
const AGREEMENT = 300n;

/**
 * Whether a constant polynomial in atoms is zero to ninety digits, or null where a part has no real value that can be
 * computed here.
 */
export function isPreciselyZero(algebra: Algebra, polynomial: Polynomial): boolean | null {
  const [real, imaginary]: [Term[], Term[]] = [[], []];
  for (const term of polynomial.values())
    (term.powers.some(({ atom }) => atom.kind === "i") ? imaginary : real).push(term);
  const parts = [vanishes(algebra, real), vanishes(algebra, imaginary)];
  return parts.includes(null) ? null : parts.every((part) => part === true);
}

function vanishes(algebra: Algebra, terms: readonly Term[]): boolean | null {
  let sum = 0n;
  let size = 0n;
  for (const term of terms) {
    const value = termValue(algebra, term);
    if (value === null) return null;
    sum += value;
    size += value < 0n ? -value : value;
  }
  return (sum < 0n ? -sum : sum) <= (size >> AGREEMENT) + (UNIT >> AGREEMENT);
}

function termValue(algebra: Algebra, { coefficient, powers }: Term): Fixed | null {
  algebra.budget.spend(200);
  let product = fromFraction(coefficient.n, coefficient.d);
  for (const { atom, exponent } of powers) {
    if (atom.kind === "i") continue;
    const base = atomValue(algebra, atom);
    const value = base === null ? null : powerValue(base, exponent);
    if (value === null) return null;
    product = times(product, value);
  }
  return product;
}

function powerValue(base: Fixed, exponent: Rational): Fixed | null {
  if (isInteger(exponent))
    return Math.abs(Number(exponent.n)) > 4_000 ? null : wholePower(base, Number(exponent.n));
  if (exponent.d > 60n) return null;
  const odd = exponent.d % 2n === 1n;
  const size = root(base < 0n ? -base : base, Number(exponent.d));
  if (size === null || (base < 0n && !odd)) return null;
  return wholePower(base < 0n ? -size : size, Number(exponent.n));
}

function atomValue(algebra: Algebra, atom: Atom): Fixed | null {
  algebra.budget.spend(500);
  if (atom.kind === "prime") return atom.value << BITS;
  if (atom.kind === "pi") return pi();
  if (atom.kind === "e") return exponential(UNIT);
  if (atom.kind === "sum") return polynomialValue(algebra, atom.body);
  if (atom.kind === "exponential") {
    const [base, exponent] = [formValue(algebra, atom.base), formValue(algebra, atom.exponent)];
    const log = base === null ? null : logarithm(base);
    return log === null || exponent === null ? null : exponential(times(log, exponent));
  }
  if (atom.kind !== "call" || atom.args.length !== 1) return null;
  const [argument] = atom.args;
  const x = argument === undefined ? null : formValue(algebra, argument);
  return x === null ? null : callValue(atom.name, x);
}

function formValue(algebra: Algebra, form: Form): Fixed | null {
  const top = polynomialValue(algebra, form.top);
  if (isUnit(form.bottom) || top === null) return top;
  const bottom = polynomialValue(algebra, form.bottom);
  return bottom === null ? null : over(top, bottom);
}

function polynomialValue(algebra: Algebra, polynomial: Polynomial): Fixed | null {
  let sum = 0n;
  for (const term of polynomial.values()) {
    const value = term.powers.some(({ atom }) => atom.kind === "i") ? null : termValue(algebra, term);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function callValue(name: string, x: Fixed): Fixed | null {
  switch (name) {
    case "sin":
      return sine(x);
    case "cos":
      return cosine(x);
    case "ln":
      return logarithm(x);
    case "atan":
      return arctangent(x);
    case "asin":
    case "acos": {
      const leg = root(UNIT - times(x, x), 2);
      const ratio = leg === null ? null : over(x, leg);
      const angle = ratio === null ? null : arctangent(ratio);
      return angle === null || name === "asin" ? angle : pi() / 2n - angle;
    }
    case "abs":
      return x < 0n ? -x : x;
    default:
      return null;
  }
}
