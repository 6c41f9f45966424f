import { LIMITS, OutOfBudget } from "../budget";
import type { Node } from "./ast";
import type { Token } from "./token";

/** Thrown inside the reader where a text is no mathematics; `readMathematics` turns it into null. */
export class NotMathematics extends Error {
  override readonly name = "NotMathematics";
}

/** The levels of the grammar that call one another, so that each can live in its own file. */
export interface Grammar {
  /** Items joined by commas, `and` or `or`. */
  readonly list: (reader: Reader) => Node;
  /** A sum, the widest thing that is one value. */
  readonly sum: (reader: Reader) => Node;
  /** Factors up to the next operator, as the argument of `\sin 2x`. */
  readonly factors: (reader: Reader) => Node;
  /** A number, letter, bracket or command without its suffixes. */
  readonly operand: (reader: Reader) => Node;
  /** One operand with its powers and other suffixes. */
  readonly factor: (reader: Reader) => Node;
}

const END: Token = { kind: "end", text: "", space: false };

/** A cursor over tokens. */
export class Reader {
  readonly grammar: Grammar;
  /** Signs that close the construct being read: a bar is the end of `|x|` inside it, and its start elsewhere. */
  bar: "opens" | "closes" = "opens";
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], grammar: Grammar) {
    this.#tokens = [...tokens];
    this.grammar = grammar;
  }

  get position(): number {
    return this.#at;
  }

  /** Goes back to where a trial began. */
  rewind(position: number): void {
    this.#at = position;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? END;
  }

  previous(): Token {
    return this.#tokens[this.#at - 1] ?? END;
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  /** Puts another token in the place of the next one, to read `12` in `\frac12` digit by digit. */
  replace(token: Token): void {
    this.#tokens[this.#at] = token;
  }

  sees(kind: "sign" | "command", text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === kind && token.text === text;
  }

  accept(kind: "sign" | "command", text: string): boolean {
    if (!this.sees(kind, text)) return false;
    this.#at++;
    return true;
  }

  /** @throws NotMathematics unless the sign is next. */
  expect(text: string): void {
    if (!this.accept("sign", text) && !this.accept("command", text)) this.fail();
  }

  fail(): never {
    throw new NotMathematics();
  }

  /**
   * Reads one nested construct.
   *
   * @throws OutOfBudget beyond the limit of depth.
   */
  nested<T>(bar: "opens" | "closes", read: () => T): T {
    if (++this.#depth > LIMITS.depth) throw new OutOfBudget();
    const outer = this.bar;
    this.bar = bar;
    try {
      return read();
    } finally {
      this.bar = outer;
      this.#depth--;
    }
  }
}
