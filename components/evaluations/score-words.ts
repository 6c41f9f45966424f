import { formatDecimal, formatPercent, UNKNOWN } from "@/components/ui/format";
import type { EvaluationScore, Figure, PassScore } from "@/server/evaluations/score.schema";

/** "34.0%" */
export function shareWords({ value }: Pick<Figure, "value">): string {
  return formatPercent(value, 1);
}

/** "26.1% to 42.8%", the 95% interval; `–` where none can be told. */
export function intervalWords({ low, high }: Pick<Figure, "low" | "high">): string {
  return low === null || high === null ? UNKNOWN : `${formatPercent(low, 1)} to ${formatPercent(high, 1)}`;
}

/** What the score of a pass is called: one answer gives pass@1, k answers avg@k. */
export function scoreName(pass: "greedy" | "sampled", samples: number): string {
  return pass === "greedy" ? "pass@1" : `avg@${String(samples)}`;
}

interface LeadingScore {
  readonly name: string;
  readonly pass: PassScore;
}

/** The number that stands for an evaluation where there is room for one: pass@1, else avg@k. */
export function leadingScore(score: EvaluationScore | null): LeadingScore | null {
  if (score === null) return null;
  if (score.greedy !== null) return { name: scoreName("greedy", 1), pass: score.greedy };
  if (score.sampled === null) return null;
  return { name: scoreName("sampled", score.sampled.samples), pass: score.sampled };
}

/** "38 of 100", or for k answers each "1.52 of 4 on average". */
export function rightWords({ samples, correct, answers, score }: PassScore): string {
  return samples === 1
    ? `${String(correct)} of ${String(answers)} right`
    : `${formatDecimal(score.value * samples)} of ${String(samples)} right on average`;
}
