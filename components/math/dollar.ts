interface DollarContext {
  /** Text between the two dollars. */
  readonly content: string;
  /** The character before the first dollar, "" at the start. */
  readonly before: string;
  /** The character after the second dollar, "" at the end. */
  readonly after: string;
}

const OPERATOR_NAMES =
  /^(?:sin|cos|tan|cot|sec|csc|log|ln|exp|lim|max|min|gcd|lcm|mod|det|arcsin|arccos|arctan|deg)$/i;
/** A command, a script or a group: nobody writes these about money. */
const LATEX = /\\[a-zA-Z]+|\\[,;!|{}$%]|[\^_{}]/;
const MOST_WORDS = 10;
/** Other pairs of letters are products: `ab`, `mx`. */
const SHORT_WORDS = /^(?:an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we)$/i;

/**
 * Whether `$content$` is a formula. A dollar before a number is usually money: `$80,000 and puts in $50,000` is
 * text, `$3 + 4 = 7$` and `$5$` are formulas. The signs: prose between the dollars, a space or an operator before
 * the second one (it then opens the next amount), a digit after it.
 */
export function isFormula({ content, before, after }: DollarContext): boolean {
  if (content.trim() === "") return false;
  const hasLatex = LATEX.test(content);
  const tightStart = !/^\s/.test(content);
  const tightEnd = !/\s$/.test(content);
  const words = proseWords(content);
  if (!hasLatex && (/\d/.test(after) || /<<|>>/.test(content))) return false;
  if (!hasLatex && /^\s*\.?\d.*[=+\-*/(<>×÷–−·]\s*$/s.test(content)) return false;
  if (/^\s*(?:[,;:?!]|[)\]](?!$)|\.(?!\d))/.test(content)) return false;
  if (!tightStart && /\d/.test(before)) return false;

  if (/^\s*\.?\d/.test(content)) {
    if (words.length > 0)
      return tightEnd && (hasLatex || (words.length === 1 && content.endsWith(words[0] ?? "")));
    return hasLatex || tightEnd || (!tightStart && !/[,;.]\s+$/.test(content));
  }
  if (tightStart && tightEnd) return words.length <= MOST_WORDS;
  return words.length === 0 || (hasLatex && words.length <= 2 && tightStart !== tightEnd);
}

/** Whole words that are not part of LaTeX: `and`, `each`, but not `ab` in `2ab`, `\sin` or `\text{if}`. */
function proseWords(content: string): string[] {
  return content
    .replaceAll(/\\(?:text|textbf|textit|mathrm|mathbf|operatorname|mbox|begin|end)\s*\{[^{}]*\}/g, " ")
    .replaceAll(/\\[a-zA-Z]+/g, " ")
    .split(/\s+/)
    .map((token) => token.replaceAll(/^["'(]+|[.,;:?!"')]+$/g, ""))
    .filter((token) => /^[A-Za-z][a-z]+(?:[-'’][a-z]+)*$/.test(token))
    .filter((token) => (token.length > 2 ? !OPERATOR_NAMES.test(token) : SHORT_WORDS.test(token)));
}
