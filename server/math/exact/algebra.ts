import type { Budget } from "../budget";
import type { Rational } from "./rational";

/**
 * Something that polynomials are made of and that is not taken apart further. Two atoms with the same key are the
 * same object within one `Algebra`.
 */
export type Atom = { readonly id: number; readonly key: string } & AtomShape;

type AtomShape =
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "pi" }
  | { readonly kind: "e" }
  | { readonly kind: "i" }
  /** A prime, or what trial division left over, under a root or as an astronomically high power. */
  | { readonly kind: "prime"; readonly value: bigint }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Form[] }
  /** base^exponent where the exponent is not a number. */
  | { readonly kind: "exponential"; readonly base: Form; readonly exponent: Form }
  /** A sum under a root, or a power too high to expand. */
  | { readonly kind: "sum"; readonly body: Polynomial };

export interface Power {
  readonly atom: Atom;
  readonly exponent: Rational;
}

/** coefficient times powers, with the powers ordered by atom. */
export interface Term {
  readonly coefficient: Rational;
  readonly powers: readonly Power[];
}

/** Terms by the key of their powers; no coefficient is zero. */
export type Polynomial = ReadonlyMap<string, Term>;

/** A quotient of polynomials; the denominator is 1 unless it has several terms. */
export interface Form {
  readonly top: Polynomial;
  readonly bottom: Polynomial;
}

/** Thrown where an expression has no single finite value: a division by zero, an interval inside a sum. */
export class NotScalar extends Error {
  override readonly name = "NotScalar";
}

/** What one comparison shares: its atoms, its budget, and the base it reads into a bare `log`. */
export class Algebra {
  readonly budget: Budget;
  readonly bareLog: "ten" | "natural";
  readonly #atoms = new Map<string, Atom>();

  constructor(budget: Budget, bareLog: "ten" | "natural") {
    this.budget = budget;
    this.bareLog = bareLog;
  }

  atom(key: string, shape: AtomShape): Atom {
    const known = this.#atoms.get(key);
    if (known !== undefined) return known;
    const atom: Atom = { id: this.#atoms.size, key, ...shape };
    this.#atoms.set(key, atom);
    return atom;
  }
}
