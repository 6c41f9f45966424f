import type { Algebra, Form, Polynomial } from "./algebra";
import { NotScalar } from "./algebra";
import {
  addPolynomials,
  asRational,
  constantPolynomial,
  isUnit,
  multiplyPolynomials,
  negatePolynomial,
  onlyTerm,
  polynomialKey,
  settledPolynomial,
  UNIT_POLYNOMIAL,
} from "./polynomial";
import { divide, negate, ONE } from "./rational";
import type { Rational } from "./rational";

export function polynomialForm(top: Polynomial): Form {
  return { top, bottom: UNIT_POLYNOMIAL };
}

export function constantForm(value: Rational): Form {
  return polynomialForm(constantPolynomial(value));
}

/** The value of a form without atoms, or null. */
export function formRational(form: Form): Rational | null {
  const bottom = asRational(form.bottom);
  const top = asRational(form.top);
  return top === null || bottom === null ? null : divide(top, bottom);
}

/** @throws NotScalar for division by zero. */
export function makeForm(algebra: Algebra, top: Polynomial, bottom: Polynomial): Form {
  if (bottom.size === 0) throw new NotScalar();
  if (isUnit(bottom)) return { top, bottom };
  const single = onlyTerm(bottom);
  if (single === null) return { top, bottom };
  const inverse = settledPolynomial(algebra, {
    coefficient: divide(ONE, single.coefficient),
    powers: single.powers.map(({ atom, exponent }) => ({ atom, exponent: negate(exponent) })),
  });
  return polynomialForm(multiplyPolynomials(algebra, top, inverse));
}

export function addForms(algebra: Algebra, a: Form, b: Form): Form {
  if (isUnit(a.bottom) && isUnit(b.bottom)) return polynomialForm(addPolynomials(algebra, a.top, b.top));
  if (polynomialKey(a.bottom) === polynomialKey(b.bottom)) {
    return makeForm(algebra, addPolynomials(algebra, a.top, b.top), a.bottom);
  }
  const left = multiplyPolynomials(algebra, a.top, b.bottom);
  const right = multiplyPolynomials(algebra, b.top, a.bottom);
  return makeForm(
    algebra,
    addPolynomials(algebra, left, right),
    multiplyPolynomials(algebra, a.bottom, b.bottom),
  );
}

export function multiplyForms(algebra: Algebra, a: Form, b: Form): Form {
  const top = multiplyPolynomials(algebra, a.top, b.top);
  if (isUnit(a.bottom) && isUnit(b.bottom)) return polynomialForm(top);
  return makeForm(algebra, top, multiplyPolynomials(algebra, a.bottom, b.bottom));
}

/** @throws NotScalar for division by zero. */
export function divideForms(algebra: Algebra, a: Form, b: Form): Form {
  return multiplyForms(algebra, a, invertForm(algebra, b));
}

export function invertForm(algebra: Algebra, form: Form): Form {
  return makeForm(algebra, form.bottom, form.top);
}

export function negateForm(form: Form): Form {
  return { top: negatePolynomial(form.top), bottom: form.bottom };
}

export function formKey(form: Form): string {
  return isUnit(form.bottom)
    ? polynomialKey(form.top)
    : `(${polynomialKey(form.top)})/(${polynomialKey(form.bottom)})`;
}
