import type { Node } from "../read/ast";
import type { Algebra, Form } from "./algebra";
import { NotScalar } from "./algebra";
import { callForm } from "./call";
import {
  addForms,
  constantForm,
  divideForms,
  formKey,
  formRational,
  multiplyForms,
  negateForm,
  polynomialForm,
} from "./form";
import { atomPolynomial } from "./polynomial";
import { rationalPower, symbolicPower } from "./power";
import { divide, fraction, ONE } from "./rational";

/**
 * An expression as a quotient of polynomials in atoms with rational coefficients. Two expressions with equal forms are
 * equal; the converse holds for rational functions and for sums of real radicals of numbers that factor below 10^6.
 *
 * @throws NotScalar where the expression has no single finite value.
 * @throws OutOfBudget
 */
export function normalForm(algebra: Algebra, node: Node): Form {
  algebra.budget.spend(1);
  switch (node.kind) {
    case "number":
      return constantForm(node.literal.value);
    case "symbol":
      return polynomialForm(
        atomPolynomial(algebra.atom(`$${node.name}`, { kind: "symbol", name: node.name })),
      );
    case "constant":
      if (node.name === "infinity") throw new NotScalar();
      return polynomialForm(atomPolynomial(algebra.atom(node.name, { kind: node.name })));
    case "sum":
      return node.terms.map((term) => normalForm(algebra, term)).reduce((a, b) => addForms(algebra, a, b));
    case "product":
      return node.factors
        .map((factor) => normalForm(algebra, factor))
        .reduce((a, b) => multiplyForms(algebra, a, b));
    case "quotient":
      return divideForms(algebra, normalForm(algebra, node.top), normalForm(algebra, node.bottom));
    case "negative":
      return negateForm(normalForm(algebra, node.body));
    case "power":
      return powerForm(algebra, normalForm(algebra, node.base), normalForm(algebra, node.exponent));
    case "root": {
      const degree = formRational(normalForm(algebra, node.degree));
      const body = normalForm(algebra, node.body);
      if (degree === null)
        return powerForm(
          algebra,
          body,
          divideForms(algebra, constantForm(ONE), normalForm(algebra, node.degree)),
        );
      if (degree.n === 0n) throw new NotScalar();
      return rationalPower(algebra, body, divide(ONE, degree));
    }
    case "call":
      return callForm(
        algebra,
        node.name,
        node.args.map((arg) => normalForm(algebra, arg)),
      );
    case "apply":
      return appliedForm(
        algebra,
        node.name,
        node.args.map((arg) => normalForm(algebra, arg)),
      );
    case "percent":
      return multiplyForms(algebra, normalForm(algebra, node.body), constantForm(fraction(1n, 100n)));
    case "degrees":
      return multiplyForms(
        algebra,
        normalForm(algebra, node.body),
        multiplyForms(
          algebra,
          polynomialForm(atomPolynomial(algebra.atom("pi", { kind: "pi" }))),
          constantForm(fraction(1n, 180n)),
        ),
      );
    case "quantity":
      return normalForm(algebra, node.body);
    case "based":
    case "builder":
    case "cases":
    case "list":
    case "matrix":
    case "named-set":
    case "plus-minus":
    case "ratio":
    case "relation":
    case "set":
    case "set-operation":
    case "text":
    case "tuple":
      break;
  }
  throw new NotScalar();
}

function powerForm(algebra: Algebra, base: Form, exponent: Form): Form {
  const value = formRational(exponent);
  return value === null ? symbolicPower(algebra, base, exponent) : rationalPower(algebra, base, value);
}

function appliedForm(algebra: Algebra, name: string, args: readonly Form[]): Form {
  const key = `${name}(${args.map(formKey).join(",")})`;
  return polynomialForm(atomPolynomial(algebra.atom(`@${key}`, { kind: "call", name: `@${name}`, args })));
}
