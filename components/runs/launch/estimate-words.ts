import { formatDuration, formatInteger } from "@/components/ui/format";

export interface Estimate {
  readonly generatedTokens: number;
  readonly durationMs: number | null;
  readonly rough: boolean;
  readonly limitedBy: "tokens" | "time" | null;
}

/** Two figures of meaning: an estimate has no more. */
export function roundEstimate(value: number): number {
  if (value < 100) return Math.round(value);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** "About 43,000 tokens in 9 min", with what a budget cuts. */
export function estimateWords({ generatedTokens, durationMs, limitedBy }: Estimate): string {
  const tokens = `About ${formatInteger(roundEstimate(generatedTokens))} tokens`;
  const time = durationMs === null ? "" : ` in ${formatDuration(coarse(durationMs))}`;
  const end =
    limitedBy === null ? "" : `, then the ${limitedBy === "tokens" ? "token" : "time"} budget is spent`;
  return `${tokens}${time}${end}`;
}

const MINUTE = 60_000;

function coarse(ms: number): number {
  if (ms < 2 * MINUTE) return Math.ceil(ms / 5_000) * 5_000;
  return Math.round(ms / MINUTE) * MINUTE;
}
