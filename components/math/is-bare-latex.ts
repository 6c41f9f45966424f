/** Whether an answer is LaTeX without delimiters (`\frac{1}{2}`, `x^2 + 1`, `(3, \pi)`), not words. */
export function isBareLatex(answer: string): boolean {
  if (/\$|\\\(|\\\[/.test(answer)) return false;
  if (/\\[a-zA-Z]/.test(answer)) return true;
  const hasWords = /[A-Za-z]{3,}/.test(answer);
  return !hasWords && /[A-Za-z0-9)\]}][\^_]/.test(answer);
}
