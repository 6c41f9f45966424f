/** A text that the model might write next. */
export interface NextToken {
  readonly token: string;
  readonly logprob: number;
}

/** A word's first token comes with or without a space before it; some servers show the tokenizer's own mark for one. */
const LEADING_SPACE = /^[\s\u2581\u0120]+/;

/**
 * Probability of each label among all labels, from the likeliest next tokens. A token counts for a label that it is, or that begins
 * with it, unless another label begins so too.
 * @returns null where no label has any weight
 */
export function labelShares(tokens: readonly NextToken[], labels: readonly string[]): number[] | null {
  const weights = labels.map(() => 0);
  for (const { token, logprob } of tokens) {
    const index = labelOf(token.replace(LEADING_SPACE, ""), labels);
    if (index !== null) weights[index] = (weights[index] ?? 0) + Math.exp(logprob);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : null;
}

function labelOf(token: string, labels: readonly string[]): number | null {
  if (token === "") return null;
  const begun = labels.flatMap((label, index) => (label.trimStart().startsWith(token) ? [index] : []));
  const exact = labels.findIndex((label) => label.trim() === token);
  if (exact >= 0) return exact;
  return begun.length === 1 ? (begun[0] ?? null) : null;
}
