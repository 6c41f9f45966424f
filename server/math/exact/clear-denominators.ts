import type { Algebra, Atom, Polynomial, Power } from "./algebra";
import { multiplyPolynomials, termPolynomial } from "./polynomial";
import { compare, negate, ONE, ZERO } from "./rational";
import type { Rational } from "./rational";

/** A polynomial times the variables that some term divides by, so that y - 1/x and xy - 1 are the same. */
export function clearDenominators(algebra: Algebra, polynomial: Polynomial): Polynomial {
  const lowest = new Map<Atom, Rational>();
  for (const { powers } of polynomial.values()) {
    for (const { atom, exponent } of powers) {
      if (atom.kind === "symbol" && compare(exponent, lowest.get(atom) ?? ZERO) < 0)
        lowest.set(atom, exponent);
    }
  }
  const powers: Power[] = Array.from(lowest, ([atom, exponent]) => ({ atom, exponent: negate(exponent) }));
  powers.sort((a, b) => a.atom.id - b.atom.id);
  return powers.length === 0
    ? polynomial
    : multiplyPolynomials(algebra, polynomial, termPolynomial({ coefficient: ONE, powers }));
}
