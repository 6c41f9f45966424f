import { formatCount, formatPercent } from "@/components/ui/format";
import type { Tone } from "@/components/ui/status-mark";
import type { ContaminationDecision, MatchKind, MatchState } from "@/server/problems/contamination.schema";
import type { Match } from "../types";

interface Words {
  readonly name: string;
  readonly meaning: string;
}

export const KIND_WORDS: Readonly<Record<MatchKind, Words>> = {
  exact: {
    name: "the same problem",
    meaning: "The same but for case, spacing, punctuation and the spelling of LaTeX.",
  },
  "n-gram": {
    name: "same words in a row",
    meaning: "13 words in a row stand in both; of a problem with fewer words, all of them.",
  },
  "near-duplicate": {
    name: "nearly the same",
    meaning: "Half or more of all pairs of neighbouring words stand in both.",
  },
};

export const STATE_WORDS: Readonly<Record<MatchState, Words & { readonly tone: Tone }>> = {
  open: { name: "open", meaning: "Nobody decided yet: no run can start on the set.", tone: "warning" },
  "left-out": {
    name: "left out",
    meaning: "No run takes the problem, and no training file has pairs of it.",
    tone: "good",
  },
  waived: { name: "waived", meaning: "Somebody said by name why it may train.", tone: "neutral" },
};

/** What a person did, after their name. */
export const DECISION_WORDS: Readonly<Record<ContaminationDecision, string>> = {
  "leave-out": "left it out",
  waive: "waived it",
  reopen: "reopened it",
};

/** How alike the two are, in figures. */
export function likeness({
  similarity,
  sharedWords,
}: Pick<Match["match"], "similarity" | "sharedWords">): string {
  return `${formatPercent(similarity)} of word pairs and ${formatCount(sharedWords, "word")} in a row in common`;
}

/** What became of the matches. */
export const DONE_WORDS: Readonly<Record<ContaminationDecision, string>> = {
  "leave-out": "left out",
  waive: "waived",
  reopen: "reopened",
};
