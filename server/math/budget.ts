/** Thrown inside this folder when deciding would take too much work; the public functions turn it into a verdict. */
export class OutOfBudget extends Error {
  override readonly name = "OutOfBudget";
}

/** Bounds set before any work. Together they keep the worst input under 50 ms; see `hostile-input.test.ts`. */
export const LIMITS = {
  /** Characters of an answer. */
  answerLength: 60_000,
  /** Characters of an answer that is more than one long number. */
  formulaLength: 8_000,
  tokens: 3_000,
  /** Nested brackets, fractions, roots and function calls. */
  depth: 60,
  /** Items of a list, entries of a matrix. */
  items: 400,
  /** Bits of a power or a factorial that is multiplied out. */
  bits: 100_000,
  /** Bits of the smaller part of a fraction that is put in lowest terms. */
  fractionBits: 8_000,
  /** Terms of one polynomial. */
  terms: 400,
  /** Steps of one comparison: about one multiplication of two machine words each. */
  steps: 150_000,
} as const;

/** A count of steps instead of a timer, so that the same input has the same verdict on every machine. */
export class Budget {
  #left: number;

  constructor(steps: number = LIMITS.steps) {
    this.#left = steps;
  }

  /** @throws OutOfBudget when fewer than `steps` are left. */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfBudget();
  }
}
