import { roundEstimate } from "@/components/runs/launch/estimate-words";
import { formatCount, formatDuration, formatInteger } from "@/components/ui/format";
import type { EvaluationsEstimate } from "@/server/evaluations/work/estimate.service";

/** "2 evaluations, 800 answers, about 210,000 tokens, 34 min": what is not known is left out. */
export function estimateWords(estimate: Omit<EvaluationsEstimate, "basis">): string {
  const { evaluations, answers, generatedTokens, durationMs } = estimate;
  return [
    formatCount(evaluations.length, "evaluation"),
    formatCount(answers, "answer"),
    ...(generatedTokens === null ? [] : [`about ${formatInteger(roundEstimate(generatedTokens))} tokens`]),
    ...(durationMs === null ? [] : [formatDuration(coarse(durationMs))]),
  ].join(", ");
}

const MINUTE = 60_000;

/** An estimate is not exact to the second. */
function coarse(ms: number): number {
  const step = ms < 2 * MINUTE ? 5_000 : MINUTE;
  return Math.max(step, Math.round(ms / step) * step);
}
