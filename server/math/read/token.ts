import type { Rational } from "../exact/rational";

/** A lexical unit of an answer. `space`: whether white space came before it, which matters in `2 1/2` and `5 m`. */
export interface Token {
  readonly kind: "number" | "command" | "word" | "text" | "sign" | "end";
  /** The digits as written, the command without its backslash, the letters, the words of `\text{}`, or the sign. */
  readonly text: string;
  readonly space: boolean;
  readonly number?: NumberLiteral;
}

export interface NumberLiteral {
  readonly value: Rational;
  /** Digits after the point as written; 0 for an integer or a repeating decimal, which is exact. */
  readonly places: number;
}
