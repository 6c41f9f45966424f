import { formatInteger, formatPercent } from "@/components/ui/format";

interface Tried {
  readonly samples: number;
  readonly right: number;
}

/** Whether reflecting did more than drawing anew would have. */
export type ControlFinding = "better" | "worse" | "chance" | "unknown";

const Z_95 = 1.96;

/**
 * Compares two shares by a two-proportion z-test at 95 per cent. Samples of one problem are alike, so that the
 * evidence is weaker than this says: "better" and "worse" are the most that can be claimed.
 */
export function controlFinding(reflected: Tried, resampled: Tried): ControlFinding {
  if (reflected.samples === 0 || resampled.samples === 0) return "unknown";
  const pooled = (reflected.right + resampled.right) / (reflected.samples + resampled.samples);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / reflected.samples + 1 / resampled.samples));
  const difference = reflected.right / reflected.samples - resampled.right / resampled.samples;
  if (error === 0 || Math.abs(difference) < Z_95 * error) return "chance";
  return difference > 0 ? "better" : "worse";
}

/** "12 of 200 (6.0%)" */
export function shareWords({ samples, right }: Tried): string {
  const share = samples === 0 ? "" : ` (${formatPercent(right / samples, 1)})`;
  return `${formatInteger(right)} of ${formatInteger(samples)}${share}`;
}

export const FINDING_WORDS: Readonly<Record<ControlFinding, string>> = {
  better: "Reflecting does more here than drawing as many fresh solutions.",
  worse: "Drawing fresh solutions does more here than reflecting.",
  chance: "The difference is within what chance makes.",
  unknown: "There is nothing to compare yet.",
};
