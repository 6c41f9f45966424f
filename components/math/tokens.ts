/**
 * `components/math` owns drawing text that may hold LaTeX: problems, model text, answers. It alone imports KaTeX
 * and alone may set HTML, and that only to KaTeX's own output. Its door is `index.ts`.
 */

/** One piece of a text. The `raw` of all pieces, joined, is the text. */
export type MathToken = TextToken | FormulaToken | CodeToken;

export interface TextToken {
  readonly kind: "text";
  readonly raw: string;
  /** To be shown: `\$` is a dollar. */
  readonly text: string;
}

export interface FormulaToken {
  readonly kind: "formula";
  readonly raw: string;
  /** LaTeX without its delimiters. */
  readonly latex: string;
  readonly display: boolean;
}

export interface CodeToken {
  readonly kind: "code";
  readonly raw: string;
  /** "asy" for drawings, else what the fence said; may be empty. */
  readonly language: string;
  readonly code: string;
}

/** No formula of a text is longer than this, delimiters included; a longer one stays text. */
export const LONGEST_FORMULA = 3_000;

/** No drawing or fenced code either. */
export const LONGEST_CODE = 20_000;
