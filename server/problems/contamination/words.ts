/**
 * `server/problems/contamination` owns the gate between sets that train and benchmarks: it finds problems that both hold, keeps
 * what was found and what people decided of it, and says which problems a run may take. README.md has the rules and figures.
 * The detector (`words`, `min-hash`, `prepare-text`, `longest-run`, `detect`) is pure. The folder never imports runs or models.
 */

/** A statement as it is compared. */
export interface Words {
  /** Words, numbers, variables and LaTeX commands, sentence by sentence; spelling that says the same is the same. */
  readonly sentences: readonly (readonly string[])[];
  /** Everything that carries meaning, signs included, without spaces: the same problem has the same key. */
  readonly sentenceKeys: readonly string[];
  /** Letters and digits of the drawing code, which is no part of the words. */
  readonly drawing: string;
}

const DRAWING = /\[asy\][\s\S]*?(?:\[\/asy\]|$)/g;

/** Spellings that mean the same or nothing, in the order in which they are applied. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\\begin\s*\{[^}]*\}(?:\[[^\]]*\])?|\\end\s*\{[^}]*\}/g, " "],
  [/\\[dtc]frac(?![a-z])/g, "\\frac"],
  [/\\(?:left|right|[bB]igg?[lr]?|displaystyle|textstyle|limits|,|;|!|:|quad|qquad|\\)(?![a-z])/g, " "],
  [/\\(?:text|textbf|textit|textrm|mbox|mathrm|mathbf|mathit|operatorname)(?![a-z])\*?/g, " "],
  [/\\(?:leqslant|leq|le)(?![a-z])|≤/g, "\\leq "],
  [/\\(?:geqslant|geq|ge)(?![a-z])|≥/g, "\\geq "],
  [/\\(?:neq|ne)(?![a-z])|≠/g, "\\neq "],
  [/\\(?:lt)(?![a-z])/g, "<"],
  [/\\(?:gt)(?![a-z])/g, ">"],
  [/\\(?:cdot|times|ast)(?![a-z])|[×·]/g, "\\times "],
  [/\\(?:cdots|ldots|dots|dotsc|dotsb)(?![a-z])|…|\.{3}/g, " "],
  [/\^?\s*\{?\s*(?:\\circ|\\degree|°)\s*\}?/g, " degrees "],
  [/\\?%/g, " percent "],
  [/\\?\$/g, " "],
  [/(?<=\d)(?:,|\{,\}|,\\!|,\s?\\!)(?=\d{3}(?!\d))/g, ""],
  [/[‘’`´]/g, "'"],
  [/[−–—]/g, "-"],
];

/** An exclamation mark behind a number or a variable is a factorial, behind a word the end of a sentence. */
const SENTENCE_END = /(?<=[.?]|\p{L}{2}!)['")\]]*\s+|\n\s*\n/u;

/** All but letters, digits, signs of mathematics, and the point inside a number. */
const NOT_SAID = /[^\p{L}\p{N}+\-=<>/*^!|.]|(?<!\d)\.|\.(?!\d)|(?<=\p{L}{2})!/gu;

/** A word, a number, or one sign of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}\p{M}*(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])['\p{L}\p{M}])*|\d+(?:\.\d+)?/gu;

/**
 * Reads a statement into what is compared: case, spacing, punctuation, dollar signs, braces and the size of brackets fall
 * away; `\dfrac` is `\frac`, `1,000` is `1000`.
 */
export function readWords(statement: string): Words {
  // Compatibility forms are made one before cases are, since some change back.
  const text = statement.normalize("NFKC").toLowerCase();
  const drawing = respell((text.match(DRAWING) ?? []).join("")).replaceAll(/[^\p{L}\p{N}]/gu, "");
  const sentences = respell(text.replaceAll(DRAWING, " "))
    .split(SENTENCE_END)
    .map((sentence) => ({
      words: sentence.match(WORD) ?? [],
      key: sentence.replaceAll(NOT_SAID, ""),
    }));
  const said = sentences.filter(({ key }) => key !== "");
  return { sentences: said.map(({ words }) => words), sentenceKeys: said.map(({ key }) => key), drawing };
}

const respell = (text: string): string =>
  SPELLINGS.reduce((read, [spelling, same]) => read.replaceAll(spelling, same), text);
