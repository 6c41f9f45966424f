import { formatDuration, formatInteger } from "@/components/ui/format";
import type { RunView } from "@/server/runs/run-view";
import { roundEstimate } from "../launch/estimate-words";
import { isOver } from "../run-status";

type Measured = Pick<RunView, "status" | "estimate" | "generatedTokens" | "activeMs">;

/** "Estimated 40,000 tokens and 9 min; came to 43,210 tokens and 8 min 41 s." Null where nothing was estimated. */
export function estimateOutcome({ status, estimate, generatedTokens, activeMs }: Measured): string | null {
  if (estimate === null) return null;
  const time = estimate.durationMs === null ? "" : ` and ${formatDuration(estimate.durationMs)}`;
  const before = `Estimated ${formatInteger(roundEstimate(estimate.generatedTokens))} tokens${time}`;
  const came = `${formatInteger(generatedTokens)} tokens and ${formatDuration(activeMs)}`;
  if (generatedTokens === 0) return `${before}.`;
  if (status === "cancelled") return `${before} for the whole run; it was cancelled after ${came}.`;
  return isOver(status) ? `${before}; came to ${came}.` : `${before}; so far ${came}.`;
}
