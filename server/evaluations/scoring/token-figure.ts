import { meanOf } from "@/server/statistics";
import type { Figure } from "../score.schema";
import type { AnswerResult } from "./item-answers";

/** The normal distribution's quantile at 0.975. */
const Z = 1.959963984540054;

/**
 * Mean generated tokens of an answer with its 95% interval over items: the answers to one item are no independent trials, so
 * the standard error is that of a ratio of sums over items (cluster-robust, Taylor linearisation; Cochran 1977, chapter 6).
 * No interval for fewer than two items.
 */
export function tokenFigure(items: readonly (readonly AnswerResult[])[]): Figure {
  const answered = items.filter((answers) => answers.length > 0);
  const value = meanOf(answered.flatMap((answers) => answers.map(({ tokens }) => tokens))) ?? 0;
  if (answered.length < 2) return { value, low: null, high: null };
  const count = answered.reduce((sum, answers) => sum + answers.length, 0);
  const squares = answered.reduce((sum, answers) => {
    const residual = answers.reduce((own, { tokens }) => own + tokens - value, 0);
    return sum + residual * residual;
  }, 0);
  const reach = (Z * Math.sqrt((squares * answered.length) / (answered.length - 1))) / count;
  return { value, low: Math.max(0, value - reach), high: value + reach };
}
