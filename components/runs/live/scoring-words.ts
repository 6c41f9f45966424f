import { formatInteger } from "@/components/ui/format";
import type { ScoringTotals } from "@/server/runs/stage-reports.repo";

/** Whether the scorer could value the steps that it was asked about. */
export function scoringWords({ asked, byRollouts }: ScoringTotals): string {
  const steps = `${formatInteger(asked)} ${asked === 1 ? "step" : "steps"}`;
  return byRollouts === 0
    ? `The scorer valued all of the ${steps} it was asked about.`
    : `The scorer valued ${formatInteger(asked - byRollouts)} of the ${steps} it was asked about; rollouts valued the rest in its place.`;
}
