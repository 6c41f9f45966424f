import type { RunKind } from "@/server/runs/runs.schema";
import type { Scorer, SearchMode } from "@/server/sphere/config";

/** A choice in words: its name in a sentence or a table, and two lines that tell it from the others. */
export interface ChoiceWords {
  readonly label: string;
  readonly what: string;
  readonly when: string;
}

export const KIND_WORDS: Readonly<Record<RunKind, ChoiceWords>> = {
  sphere: {
    label: "SPHERE",
    what: "Searches step by step, repairs wrong solutions, and adds plausible mistakes.",
    when: "The method: three stages, with pairs after a shared prefix as well as whole solutions.",
  },
  "iid-pairs": {
    label: "Baseline: pairs of plain samples",
    what: "Draws independent solutions; pairs the longest right one with a random wrong one (DPO-VP).",
    when: "Shows what the search earns beyond plain sampling with the same tokens.",
  },
  "rejection-sampling": {
    label: "Baseline: rejection sampling",
    what: "Draws independent solutions and keeps the right ones for supervised training (RFT).",
    when: "Makes demonstrations and no pairs, at the same budget.",
  },
};

export const MODE_WORDS: Readonly<Record<SearchMode, ChoiceWords>> = {
  omega: {
    label: "Rollouts first (omega)",
    what: "Samples whole solutions, then halves each wrong one again and again to find its first wrong step.",
    when: "The default without a process reward model: a few rollouts tell right prefixes from lost ones.",
  },
  "two-path": {
    label: "Two paths (two-path)",
    what: "SPHERE's own: proposes E next steps, keeps the best and the worst plausible, follows both to the end.",
    when: "The default with a process reward model, which values every step; with rollouts it is dear.",
  },
  uct: {
    label: "Tree search (uct)",
    what: "Selects a node, expands it, keeps the best and the worst child, values them and backs the values up.",
    when: "Looks more widely than two paths. Its iterations decide how long it takes.",
  },
};

/** Whether a scorer asks a model of its own: it must have one, may have one, or has no use for it. */
export type ScorerModelUse = "required" | "optional" | "none";

export const SCORER_WORDS: Readonly<
  Record<Scorer, { readonly label: string; readonly what: string; readonly model: ScorerModelUse }>
> = {
  "monte-carlo-soft": {
    label: "Rollouts, soft",
    what: "The share of the rollouts from a step that end right. Needs no other model.",
    model: "none",
  },
  "monte-carlo-hard": {
    label: "Rollouts, hard",
    what: "1 where any rollout ends right, else 0. Finds wrong steps well, says little on easy problems.",
    model: "none",
  },
  prm: {
    label: "Process reward model",
    what: "A trained model scores all steps of a solution in one pass. Needs one on the Models page.",
    model: "required",
  },
  judge: {
    label: "Judge",
    what: "How probable a model finds it that the step is correct. Small models judge badly.",
    model: "optional",
  },
  consensus: {
    label: "Consensus",
    what: "A step counts as wrong only where rollouts and a model agree. Surer and dearer.",
    model: "optional",
  },
};
