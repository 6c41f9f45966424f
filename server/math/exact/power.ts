import type { Algebra, Form, Polynomial, Power, Term } from "./algebra";
import { NotScalar } from "./algebra";
import {
  constantForm,
  formKey,
  formRational,
  invertForm,
  makeForm,
  multiplyForms,
  polynomialForm,
} from "./form";
import { factorise } from "./factorise";
import { absolute } from "./integer";
import {
  atomPolynomial,
  constantPolynomial,
  isUnit,
  multiplyPolynomials,
  onlyTerm,
  polynomialKey,
  polynomialPower,
  scalePolynomial,
  settledPolynomial,
  termPolynomial,
  UNIT_POLYNOMIAL,
} from "./polynomial";
import { divide, fraction, integer, isInteger, multiply, negate, ONE, power } from "./rational";
import type { Rational } from "./rational";

/** Powers of a sum that are multiplied out, if the sum is short enough for it. */
const EXPANDED_TERMS = 120;

/**
 * form^exponent for a rational exponent. Even roots are principal; odd roots of negative numbers are the real ones,
 * as schools teach; the square root of x^2 is |x|.
 *
 * @throws NotScalar for zero to a negative power.
 */
export function rationalPower(algebra: Algebra, form: Form, exponent: Rational): Form {
  if (exponent.n === 0n) return constantForm(ONE);
  if (exponent.n < 0n) return rationalPower(algebra, invertForm(algebra, form), negate(exponent));
  const top = polynomialRational(algebra, form.top, exponent);
  if (isUnit(form.bottom)) return polynomialForm(top);
  return makeForm(algebra, top, polynomialRational(algebra, form.bottom, exponent));
}

function polynomialRational(algebra: Algebra, base: Polynomial, exponent: Rational): Polynomial {
  if (base.size === 0) return base;
  const term = onlyTerm(base);
  if (term !== null) return termPower(algebra, term, exponent);
  if (isInteger(exponent)) {
    const size = Number(exponent.n);
    if (size <= 12 && expandedTerms(base.size, size) <= EXPANDED_TERMS)
      return polynomialPower(algebra, base, size);
  }
  const content = contentOf(base);
  const primitive = scalePolynomial(base, divide(ONE, content));
  const root = sumAtom(algebra, primitive, exponent);
  return multiplyPolynomials(algebra, constantPower(algebra, content, exponent), root);
}

function expandedTerms(terms: number, exponent: number): number {
  let count = 1;
  for (let k = 1; k < terms; k++) count = (count * (exponent + k)) / k;
  return count;
}

function sumAtom(algebra: Algebra, body: Polynomial, exponent: Rational): Polynomial {
  return settledPolynomial(algebra, {
    coefficient: ONE,
    powers: [{ atom: algebra.atom(`(${polynomialKey(body)})`, { kind: "sum", body }), exponent }],
  });
}

function contentOf(polynomial: Polynomial): Rational {
  let content: Rational | null = null;
  for (const { coefficient } of polynomial.values()) {
    const size = { n: absolute(coefficient.n), d: coefficient.d };
    content = content === null ? size : commonDivisor(content, size);
  }
  return content ?? ONE;
}

function commonDivisor(a: Rational, b: Rational): Rational {
  const top = fraction(a.n * b.d, b.n * a.d);
  return fraction(a.n, a.d * top.n);
}

function termPower(algebra: Algebra, term: Term, exponent: Rational): Polynomial {
  if (isInteger(exponent)) {
    const coefficient = power(term.coefficient, exponent.n);
    const powers = term.powers.map((part) => ({
      atom: part.atom,
      exponent: multiply(part.exponent, exponent),
    }));
    if (coefficient !== null) return settledPolynomial(algebra, { coefficient, powers });
    return multiplyPolynomials(
      algebra,
      constantPower(algebra, term.coefficient, exponent),
      settledPolynomial(algebra, { coefficient: ONE, powers }),
    );
  }
  if (term.powers.some((part) => part.atom.kind === "i")) {
    return sumAtom(algebra, termPolynomial(term), exponent);
  }
  const negativeEven = term.coefficient.n < 0n && exponent.d % 2n === 0n && term.powers.length > 0;
  const powers = term.powers.flatMap((part) => rootOf(algebra, part, exponent));
  powers.sort((a, b) => a.atom.id - b.atom.id);
  if (negativeEven) {
    const size = { n: -term.coefficient.n, d: term.coefficient.d };
    const opposite = settledPolynomial(algebra, { coefficient: { n: -1n, d: 1n }, powers: term.powers });
    return multiplyPolynomials(
      algebra,
      constantPower(algebra, size, exponent),
      sumAtom(algebra, opposite, exponent),
    );
  }
  return multiplyPolynomials(
    algebra,
    constantPower(algebra, term.coefficient, exponent),
    settledPolynomial(algebra, { coefficient: ONE, powers }),
  );
}

/** One factor under a root: x^2 under an even root leaves |x|. */
function rootOf(algebra: Algebra, part: Power, exponent: Rational): readonly Power[] {
  const result = multiply(part.exponent, exponent);
  const positive = part.atom.kind === "prime" || part.atom.kind === "pi" || part.atom.kind === "e";
  const even = part.exponent.n % 2n === 0n && exponent.d % 2n === 0n;
  if (positive || !even) return [{ atom: part.atom, exponent: result }];
  const body = polynomialForm(atomPolynomial(part.atom));
  return [
    {
      atom: algebra.atom(`abs(${formKey(body)})`, { kind: "call", name: "abs", args: [body] }),
      exponent: result,
    },
  ];
}

/** value^exponent over primes, so that sqrt(12) and 2 sqrt(3) are the same and 2^(10^9) is never multiplied out. */
function constantPower(algebra: Algebra, value: Rational, exponent: Rational): Polynomial {
  if (value.n === 0n) {
    if (exponent.n <= 0n) throw new NotScalar();
    return constantPolynomial(value);
  }
  const sign = value.n < 0n ? signPower(algebra, exponent) : UNIT_POLYNOMIAL;
  const top = primePowers(algebra, absolute(value.n), exponent);
  const bottom = primePowers(algebra, value.d, negate(exponent));
  return multiplyPolynomials(algebra, sign, multiplyPolynomials(algebra, top, bottom));
}

function primePowers(algebra: Algebra, value: bigint, exponent: Rational): Polynomial {
  let result = UNIT_POLYNOMIAL;
  for (const [prime, count] of factorise(value)) {
    algebra.budget.spend(20);
    const atom = algebra.atom(`#${prime}`, { kind: "prime", value: prime });
    const powers = [{ atom, exponent: multiply(integer(count), exponent) }];
    result = multiplyPolynomials(algebra, result, settledPolynomial(algebra, { coefficient: ONE, powers }));
  }
  return result;
}

function signPower(algebra: Algebra, exponent: Rational): Polynomial {
  const odd = exponent.n % 2n !== 0n;
  if (exponent.d % 2n === 1n) return constantPolynomial(integer(odd ? -1 : 1));
  if (exponent.d === 2n) {
    const atom = algebra.atom("i", { kind: "i" });
    return settledPolynomial(algebra, {
      coefficient: ONE,
      powers: [{ atom, exponent: integer(exponent.n) }],
    });
  }
  return sumAtom(algebra, constantPolynomial(integer(-1)), exponent);
}

/**
 * base^exponent where the exponent holds atoms: 2^(n+1) = 2 * 2^n and 4^n = (2^n)^2, so that laws of exponents are
 * seen exactly. Bases are taken as positive, which sampling respects.
 */
export function symbolicPower(algebra: Algebra, base: Form, exponent: Form): Form {
  const value = formRational(base);
  if (value !== null && value.n === 0n) throw new NotScalar();
  if (value !== null && value.n > 0n) {
    let result = constantForm(ONE);
    for (const [number, sign] of [
      [value.n, 1n],
      [value.d, -1n],
    ] as const) {
      for (const [prime, count] of factorise(number)) {
        const part = exponentials(algebra, constantForm(integer(prime)), exponent);
        result = multiplyForms(algebra, result, rationalPower(algebra, part, integer(sign * BigInt(count))));
      }
    }
    return result;
  }
  const term = isUnit(base.bottom) ? onlyTerm(base.top) : null;
  return term === null || term.coefficient.n < 0n
    ? exponentials(algebra, base, exponent)
    : termExponential(algebra, term, exponent);
}

/** (ab)^n = a^n b^n and (a^m)^n = a^(mn). */
function termExponential(algebra: Algebra, term: Term, exponent: Form): Form {
  const one = term.coefficient.n === 1n && term.coefficient.d === 1n;
  let result = one ? constantForm(ONE) : symbolicPower(algebra, constantForm(term.coefficient), exponent);
  for (const { atom, exponent: count } of term.powers) {
    const scaled = multiplyForms(algebra, constantForm(count), exponent);
    const part =
      atom.kind === "exponential"
        ? symbolicPower(algebra, atom.base, multiplyForms(algebra, atom.exponent, scaled))
        : exponentials(algebra, polynomialForm(atomPolynomial(atom)), scaled);
    result = multiplyForms(algebra, result, part);
  }
  return result;
}

function exponentials(algebra: Algebra, base: Form, exponent: Form): Form {
  if (!isUnit(exponent.bottom)) return exponential(algebra, { base, exponent, times: ONE });
  let result = constantForm(ONE);
  for (const term of exponent.top.values()) {
    algebra.budget.spend(10);
    if (term.powers.length === 0)
      result = multiplyForms(algebra, result, rationalPower(algebra, base, term.coefficient));
    else {
      const body = polynomialForm(termPolynomial({ coefficient: ONE, powers: term.powers }));
      result = multiplyForms(
        algebra,
        result,
        exponential(algebra, { base, exponent: body, times: term.coefficient }),
      );
    }
  }
  return result;
}

function exponential(algebra: Algebra, parts: { base: Form; exponent: Form; times: Rational }): Form {
  const { base, exponent, times } = parts;
  const key = `[${formKey(base)}]^[${formKey(exponent)}]`;
  const atom = algebra.atom(key, { kind: "exponential", base, exponent });
  return polynomialForm(atomPolynomial(atom, times));
}
