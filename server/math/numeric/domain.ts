import { isConstantAtom } from "../exact/constancy";
import type { Algebra, Atom, Form, Polynomial } from "../exact/algebra";

/** Where the variables of an expression live, judged by what is done to them. */
export interface Domain {
  /** Names of the variables, in order of first appearance. */
  readonly variables: readonly string[];
  /** Factorials, floors and the like: variables are whole numbers. */
  readonly whole: boolean;
  /** Roots, logarithms and absolute values: variables are real. */
  readonly real: boolean;
}

const WHOLE = new Set(["floor", "factorial", "double-factorial", "binom", "gcd", "lcm", "mod"]);
const REAL = new Set([
  "abs",
  "ln",
  "sgn",
  "max",
  "min",
  "asin",
  "acos",
  "atan",
  "acot",
  "asec",
  "acsc",
  "re",
  "im",
  "arg",
]);

export function domainOf(algebra: Algebra, polynomials: readonly Polynomial[]): Domain {
  const survey = new Survey(algebra);
  for (const polynomial of polynomials) survey.polynomial(polynomial);
  return { variables: [...survey.variables], whole: survey.whole, real: survey.real };
}

class Survey {
  readonly variables = new Set<string>();
  whole = false;
  real = false;
  readonly #algebra: Algebra;
  readonly #seen = new Set<Atom>();

  constructor(algebra: Algebra) {
    this.#algebra = algebra;
  }

  polynomial(polynomial: Polynomial): void {
    for (const { powers } of polynomial.values()) {
      for (const { atom, exponent } of powers) {
        this.#atom(atom);
        if (exponent.d !== 1n && !isConstantAtom(atom)) this.real = true;
      }
    }
  }

  #form(form: Form): void {
    this.polynomial(form.top);
    this.polynomial(form.bottom);
  }

  #atom(atom: Atom): void {
    this.#algebra.budget.spend(1);
    if (this.#seen.has(atom)) return;
    this.#seen.add(atom);
    if (atom.kind === "symbol") this.variables.add(atom.name);
    else if (atom.kind === "sum") this.polynomial(atom.body);
    else if (atom.kind === "exponential") {
      this.#form(atom.base);
      this.#form(atom.exponent);
      if (isNegative(atom.base)) this.whole = true;
      else if (hasSymbol(atom.base)) this.real = true;
    } else if (atom.kind === "call") {
      const before = this.variables.size;
      for (const arg of atom.args) this.#form(arg);
      const variable = this.variables.size > before || atom.args.some(hasSymbol);
      if (variable && WHOLE.has(atom.name)) this.whole = true;
      if (variable && REAL.has(atom.name)) this.real = true;
    }
  }
}

function hasSymbol(form: Form): boolean {
  for (const { powers } of form.top.values())
    if (powers.some(({ atom }) => atom.kind !== "pi" && atom.kind !== "e" && atom.kind !== "prime"))
      return true;
  return false;
}

function isNegative(form: Form): boolean {
  const constant = form.top.get("");
  return form.top.size === 1 && constant !== undefined && constant.coefficient.n < 0n;
}
