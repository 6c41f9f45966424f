import type { ContaminationDecision, MatchState } from "@/server/problems/contamination.schema";

/** What can be decided of a match as it stands. */
export function choicesOf(state: MatchState): readonly ContaminationDecision[] {
  return state === "open" ? ["leave-out", "waive"] : ["reopen"];
}
