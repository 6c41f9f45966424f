import type { Algebra, Form } from "./algebra";
import { NotScalar } from "./algebra";
import {
  addForms,
  constantForm,
  divideForms,
  formKey,
  formRational,
  invertForm,
  multiplyForms,
  negateForm,
  polynomialForm,
} from "./form";
import { factorise } from "./factorise";
import { binomial, factorial, gcd } from "./integer";
import { atomPolynomial, isUnit, onlyTerm } from "./polynomial";
import { rationalPower, symbolicPower } from "./power";
import {
  compare,
  floor,
  fraction,
  HALF,
  integer,
  isInteger,
  magnitude,
  multiply,
  negate,
  ONE,
  subtract,
} from "./rational";
import type { Rational } from "./rational";
import { sineOfTurns, turnsOf } from "./trigonometry";

/**
 * A known function applied to normal forms: exact where a rule gives the value, else an atom.
 *
 * @throws NotScalar where the function is undefined.
 */
export function callForm(algebra: Algebra, name: string, args: readonly Form[]): Form {
  const values = args.map(formRational);
  const numbers = values.filter((value) => value !== null);
  const exact = numbers.length === args.length ? rationalCall(name, numbers) : null;
  if (exact !== null) return constantForm(exact);
  const [first, second] = args;
  if (first === undefined) throw new NotScalar();
  if (args.length === 1) return unaryForm(algebra, name, first);
  if (second === undefined || args.length > 2) return opaque(algebra, name, sorted(name, args));
  if (name === "log") return divideForms(algebra, logarithm(algebra, first), logarithm(algebra, second));
  const lower = values[1];
  if (name === "binom" && lower !== undefined && lower !== null)
    return lowerBinomial(algebra, first, lower) ?? opaque(algebra, name, args);
  return opaque(algebra, name, sorted(name, args));
}

function opaque(algebra: Algebra, name: string, args: readonly Form[]): Form {
  const key = `${name}(${args.map(formKey).join(",")})`;
  return polynomialForm(atomPolynomial(algebra.atom(key, { kind: "call", name, args })));
}

function sorted(name: string, args: readonly Form[]): readonly Form[] {
  if (!["max", "min", "gcd", "lcm"].includes(name)) return args;
  return args.toSorted((a, b) => (formKey(a) < formKey(b) ? -1 : 1));
}

function unaryForm(algebra: Algebra, name: string, arg: Form): Form {
  switch (name) {
    case "sin":
      return sine(algebra, arg);
    case "cos":
      return cosine(algebra, arg);
    case "tan":
      return divideForms(algebra, sine(algebra, arg), cosine(algebra, arg));
    case "cot":
      return divideForms(algebra, cosine(algebra, arg), sine(algebra, arg));
    case "sec":
      return invertForm(algebra, cosine(algebra, arg));
    case "csc":
      return invertForm(algebra, sine(algebra, arg));
    case "exp":
      return exponentialOf(algebra, arg);
    case "ln":
      return logarithm(algebra, arg);
    case "lg":
      return divideForms(algebra, logarithm(algebra, arg), logarithm(algebra, constantForm(integer(10))));
    case "log": {
      const value = logarithm(algebra, arg);
      return algebra.bareLog === "natural"
        ? value
        : divideForms(algebra, value, logarithm(algebra, constantForm(integer(10))));
    }
    case "ceil":
      return negateForm(opaque(algebra, "floor", [negateForm(arg)]));
    default:
      return opaque(algebra, name, [arg]);
  }
}

function exponentialOf(algebra: Algebra, arg: Form): Form {
  const e = polynomialForm(atomPolynomial(algebra.atom("e", { kind: "e" })));
  const value = formRational(arg);
  return value === null ? symbolicPower(algebra, e, arg) : rationalPower(algebra, e, value);
}

function sine(algebra: Algebra, arg: Form): Form {
  const turns = turnsOf(arg);
  return (turns === null ? null : sineOfTurns(algebra, turns)) ?? opaque(algebra, "sin", [arg]);
}

function cosine(algebra: Algebra, arg: Form): Form {
  const turns = turnsOf(arg);
  return (
    (turns === null ? null : sineOfTurns(algebra, subtract(HALF, turns))) ?? opaque(algebra, "cos", [arg])
  );
}

/** The natural logarithm, over primes: ln 12 = 2 ln 2 + ln 3. */
function logarithm(algebra: Algebra, arg: Form): Form {
  const term = isUnit(arg.bottom) ? onlyTerm(arg.top) : null;
  const constant =
    term?.powers.every(({ atom }) => atom.kind === "prime" || atom.kind === "pi" || atom.kind === "e") ??
    false;
  if (term === null || !constant || term.coefficient.n <= 0n) {
    if (arg.top.size === 0) throw new NotScalar();
    return opaque(algebra, "ln", [arg]);
  }
  let sum = addForms(
    algebra,
    integerLogarithm(algebra, term.coefficient.n),
    negateForm(integerLogarithm(algebra, term.coefficient.d)),
  );
  for (const { atom, exponent } of term.powers) {
    const part =
      atom.kind === "e" ? constantForm(ONE) : opaque(algebra, "ln", [polynomialForm(atomPolynomial(atom))]);
    const whole = atom.kind === "prime" ? integerLogarithm(algebra, atom.value) : part;
    sum = addForms(algebra, sum, multiplyForms(algebra, constantForm(exponent), whole));
  }
  return sum;
}

function integerLogarithm(algebra: Algebra, value: bigint): Form {
  let sum = constantForm(integer(0));
  for (const [prime, count] of factorise(value)) {
    const part = opaque(algebra, "ln", [constantForm(integer(prime))]);
    sum = addForms(algebra, sum, multiplyForms(algebra, constantForm(integer(count)), part));
  }
  return sum;
}

/** The binomial coefficient n over a small k as the polynomial n(n-1).../k!. */
function lowerBinomial(algebra: Algebra, upper: Form, lower: Rational): Form | null {
  if (!isInteger(lower) || lower.n < 0n || lower.n > 6n) return null;
  let product = constantForm(ONE);
  for (let k = 0n; k < lower.n; k++) {
    const factor = addForms(algebra, upper, constantForm(integer(-k)));
    product = multiplyForms(
      algebra,
      product,
      multiplyForms(algebra, factor, constantForm(fraction(1n, k + 1n))),
    );
  }
  return product;
}

function rationalCall(name: string, args: readonly Rational[]): Rational | null {
  const [a, b] = args;
  if (a === undefined) return null;
  const whole = args.every(isInteger);
  switch (name) {
    case "abs":
      return magnitude(a);
    case "floor":
      return integer(floor(a));
    case "ceil":
      return integer(-floor(negate(a)));
    case "sgn":
      return integer(a.n === 0n ? 0 : a.n < 0n ? -1 : 1);
    case "max":
      return args.reduce((best, next) => (compare(next, best) > 0 ? next : best));
    case "min":
      return args.reduce((best, next) => (compare(next, best) < 0 ? next : best));
    case "re":
      return a;
    case "im":
      return integer(0);
    case "gcd":
      return whole ? integer(args.map(({ n }) => n).reduce(gcd)) : null;
    case "lcm":
      return whole && args.every(({ n }) => n !== 0n)
        ? integer(args.map(({ n }) => n).reduce((x, y) => magnitude(integer((x / gcd(x, y)) * y)).n))
        : null;
    case "mod":
      return b !== undefined && b.n !== 0n
        ? subtract(a, multiply(b, integer(floor(fraction(a.n * b.d, a.d * b.n)))))
        : null;
    case "factorial":
      return whole ? maybeInteger(factorial(a.n)) : null;
    case "double-factorial":
      return whole ? doubleFactorial(a.n) : null;
    case "binom":
      return b !== undefined && whole ? maybeInteger(binomial(a.n, b.n)) : null;
    default:
      return null;
  }
}

function maybeInteger(value: bigint | null): Rational | null {
  return value === null ? null : integer(value);
}

function doubleFactorial(n: bigint): Rational | null {
  if (n < 0n || n > 1_000n) return null;
  let product = 1n;
  for (let k = n; k > 1n; k -= 2n) product *= k;
  return integer(product);
}
