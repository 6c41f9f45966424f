import { roundEstimate } from "@/components/runs/launch/estimate-words";
import { formatCount, formatDuration, formatInteger } from "@/components/ui/format";
import type { EvaluationsEstimate } from "@/server/evaluations/work/estimate.service";

/** "2 evaluations, 800 answers, about 210,000 tokens, 34 min"; says what is not known yet. */
export function estimateWords(estimate: Omit<EvaluationsEstimate, "basis">): string {
  const { evaluations, answers, generatedTokens, durationMs } = estimate;
  return [
    formatCount(evaluations.length, "evaluation"),
    formatCount(answers, "answer"),
    ...(generatedTokens === null ? [] : [`about ${formatInteger(roundEstimate(generatedTokens))} tokens`]),
    generatedTokens === null
      ? "tokens and time not known yet"
      : durationMs === null
        ? "time not known yet"
        : formatDuration(coarse(durationMs)),
  ].join(", ");
}

const MINUTE = 60_000;

/** An estimate is not exact to the second. */
function coarse(ms: number): number {
  const step = ms < 2 * MINUTE ? 5_000 : MINUTE;
  return Math.max(step, Math.round(ms / step) * step);
}
