import { LIMITS, OutOfBudget } from "../budget";
import type { Algebra, Atom, Polynomial, Power, Term } from "./algebra";
import { integerPower } from "./integer";
import {
  add,
  equal,
  floor,
  format,
  integer,
  isInteger,
  multiply,
  negate,
  ONE,
  power,
  subtract,
} from "./rational";
import type { Rational } from "./rational";

const ZERO_POLYNOMIAL: Polynomial = new Map();
export const UNIT_POLYNOMIAL: Polynomial = constantPolynomial(ONE);

export function constantPolynomial(value: Rational): Polynomial {
  return value.n === 0n ? ZERO_POLYNOMIAL : new Map([["", { coefficient: value, powers: [] }]]);
}

export function atomPolynomial(atom: Atom, exponent: Rational = ONE): Polynomial {
  return termPolynomial({ coefficient: ONE, powers: [{ atom, exponent }] });
}

export function termPolynomial(term: Term): Polynomial {
  return new Map([[monomialKey(term.powers), term]]);
}

/** A term whose powers may be out of normal form, such as 2^(5/2) or i^3. */
export function settledPolynomial(algebra: Algebra, term: Term): Polynomial {
  let coefficient = term.coefficient;
  let result = UNIT_POLYNOMIAL;
  const powers: Power[] = [];
  for (const { atom, exponent } of term.powers) {
    const settled = settle(atom, exponent);
    coefficient = multiply(coefficient, settled.coefficient);
    if (settled.exponent.n !== 0n) powers.push({ atom, exponent: settled.exponent });
    if (settled.expand > 0 && atom.kind === "sum") {
      result = multiplyPolynomials(algebra, result, polynomialPower(algebra, atom.body, settled.expand));
    }
  }
  return multiplyPolynomials(algebra, result, termPolynomial({ coefficient, powers }));
}

/** The value of a polynomial without atoms, or null. */
export function asRational(polynomial: Polynomial): Rational | null {
  if (polynomial.size === 0) return { n: 0n, d: 1n };
  const constant = polynomial.get("");
  return polynomial.size === 1 && constant !== undefined ? constant.coefficient : null;
}

/** The only term of a polynomial, or null. */
export function onlyTerm(polynomial: Polynomial): Term | null {
  if (polynomial.size !== 1) return null;
  for (const term of polynomial.values()) return term;
  return null;
}

export function addPolynomials(algebra: Algebra, a: Polynomial, b: Polynomial): Polynomial {
  if (a.size === 0) return b;
  const sum = new Map(a);
  for (const term of b.values()) addTerm(algebra, sum, term);
  return sum;
}

export function scalePolynomial(polynomial: Polynomial, factor: Rational): Polynomial {
  if (factor.n === 0n) return ZERO_POLYNOMIAL;
  const scaled = new Map<string, Term>();
  for (const [key, term] of polynomial) {
    scaled.set(key, { coefficient: multiply(term.coefficient, factor), powers: term.powers });
  }
  return scaled;
}

export function multiplyPolynomials(algebra: Algebra, a: Polynomial, b: Polynomial): Polynomial {
  const product = new Map<string, Term>();
  for (const left of a.values()) {
    for (const right of b.values()) {
      algebra.budget.spend(2 + words(left.coefficient) * words(right.coefficient));
      const { term, factor } = multiplyTerms(left, right);
      if (factor === null) addTerm(algebra, product, term);
      else for (const part of expand(algebra, term, factor).values()) addTerm(algebra, product, part);
    }
  }
  return product;
}

/** base^exponent by squaring, for a small exponent. */
export function polynomialPower(algebra: Algebra, base: Polynomial, exponent: number): Polynomial {
  let result = UNIT_POLYNOMIAL;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest % 2 === 1) result = multiplyPolynomials(algebra, result, square);
    if (rest > 1) square = multiplyPolynomials(algebra, square, square);
  }
  return result;
}

/** A canonical name: equal polynomials of one algebra have equal keys. */
export function polynomialKey(polynomial: Polynomial): string {
  const keys = Array.from(polynomial, ([key, term]) => `${format(term.coefficient)}·${key}`);
  return keys.toSorted().join("+");
}

function addTerm(algebra: Algebra, sum: Map<string, Term>, term: Term): void {
  algebra.budget.spend(1);
  const key = monomialKey(term.powers);
  const known = sum.get(key);
  const coefficient = known === undefined ? term.coefficient : add(known.coefficient, term.coefficient);
  if (coefficient.n === 0n) sum.delete(key);
  else sum.set(key, { coefficient, powers: term.powers });
  if (sum.size > LIMITS.terms) throw new OutOfBudget();
}

interface TermProduct {
  readonly term: Term;
  /** A sum that reached a whole power and must be multiplied out. */
  readonly factor: { readonly body: Polynomial; readonly exponent: number } | null;
}

function multiplyTerms(left: Term, right: Term): TermProduct {
  let coefficient = multiply(left.coefficient, right.coefficient);
  if (left.powers.length === 0) return { term: { coefficient, powers: right.powers }, factor: null };
  if (right.powers.length === 0) return { term: { coefficient, powers: left.powers }, factor: null };
  const powers: Power[] = [];
  let factor: TermProduct["factor"] = null;
  let [i, j] = [0, 0];
  while (i < left.powers.length || j < right.powers.length) {
    const [a, b] = [left.powers[i], right.powers[j]];
    if (a !== undefined && (b === undefined || a.atom.id < b.atom.id)) {
      powers.push(a);
      i++;
    } else if (b !== undefined && (a === undefined || b.atom.id < a.atom.id)) {
      powers.push(b);
      j++;
    } else if (a !== undefined && b !== undefined) {
      const merged = settle(a.atom, add(a.exponent, b.exponent));
      coefficient = multiply(coefficient, merged.coefficient);
      if (merged.expand > 0 && a.atom.kind === "sum" && factor === null) {
        factor = { body: a.atom.body, exponent: merged.expand };
        if (merged.exponent.n !== 0n) powers.push({ atom: a.atom, exponent: merged.exponent });
      } else {
        const exponent = add(merged.exponent, integer(merged.expand));
        if (exponent.n !== 0n) powers.push({ atom: a.atom, exponent });
      }
      i++;
      j++;
    }
  }
  return { term: { coefficient, powers }, factor };
}

function expand(algebra: Algebra, term: Term, factor: NonNullable<TermProduct["factor"]>): Polynomial {
  const expanded = polynomialPower(algebra, factor.body, factor.exponent);
  return multiplyPolynomials(algebra, termPolynomial(term), expanded);
}

interface Settled {
  readonly coefficient: Rational;
  readonly exponent: Rational;
  readonly expand: number;
}

/** Folds what is a number back into the coefficient: i^2 = -1, 2^(3/2) = 2 * 2^(1/2). */
function settle(atom: Atom, exponent: Rational): Settled {
  if (atom.kind === "i" && isInteger(exponent)) {
    const turns = ((exponent.n % 4n) + 4n) % 4n;
    return { coefficient: integer(turns < 2n ? 1 : -1), exponent: integer(turns % 2n), expand: 0 };
  }
  if (atom.kind === "prime") {
    const whole = floor(exponent);
    const value = power(integer(atom.value), whole);
    if (value !== null)
      return { coefficient: value, exponent: subtract(exponent, integer(whole)), expand: 0 };
  }
  if (atom.kind === "sum" && exponent.n > 0n && atom.body.size <= 20) {
    const whole = floor(exponent);
    if (whole > 0n && whole <= 4n && integerPower(BigInt(atom.body.size), whole) !== null) {
      return { coefficient: ONE, exponent: subtract(exponent, integer(whole)), expand: Number(whole) };
    }
  }
  return { coefficient: ONE, exponent, expand: 0 };
}

function monomialKey(powers: readonly Power[]): string {
  let key = "";
  for (const { atom, exponent } of powers) {
    key += exponent.d === 1n && exponent.n === 1n ? `*${atom.id}` : `*${atom.id}^${format(exponent)}`;
  }
  return key;
}

export function negatePolynomial(polynomial: Polynomial): Polynomial {
  const negated = new Map<string, Term>();
  for (const [key, term] of polynomial) negated.set(key, { ...term, coefficient: negate(term.coefficient) });
  return negated;
}

export function isUnit(polynomial: Polynomial): boolean {
  const value = asRational(polynomial);
  return value !== null && equal(value, ONE);
}

const WORD = 1n << 53n;

function words(value: Rational): number {
  if (value.n < WORD && value.n > -WORD && value.d < WORD) return 1;
  return 1 + (value.n.toString(16).length + value.d.toString(16).length) / 16;
}
