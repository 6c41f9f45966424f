/**
 * `components/review` owns the pages where people decide on corrections and pairs. It never imports server code beyond
 * schemas and types. This file: the words of review, the same on every page.
 */
import type { Bucket } from "@/server/sphere/types";
import type { ItemKind, ItemState, Outcome, Sort, Verdict } from "@/server/review/review.schema";
import type { Stage } from "@/server/sphere/io";

export const KIND_WORDS: Readonly<Record<ItemKind, string>> = { pair: "pair", correction: "correction" };

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  "self-generation": "1 self-generation",
  "self-correction": "2 self-correction",
  "diversity-induction": "3 diversity induction",
};

export const BUCKET_WORDS: Readonly<Record<Bucket, string>> = { easy: "easy", mixed: "mixed", hard: "hard" };

interface VerdictWords {
  /** What a person does. */
  readonly verb: string;
  /** What they have done, as it stands in a list. */
  readonly done: string;
  readonly meaning: string;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  accept: {
    verb: "Accept",
    done: "accepted",
    meaning: "The order is right; a correction: the repair is right.",
  },
  reject: { verb: "Reject", done: "rejected", meaning: "Not fit for training." },
  swap: { verb: "Swap", done: "swapped", meaning: "The rejected one is the better." },
  tie: { verb: "Tie", done: "tie", meaning: "No real difference." },
  skip: { verb: "Skip", done: "skipped", meaning: "Somebody else should decide." },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  undecided: "undecided",
  accept: VERDICT_WORDS.accept.done,
  reject: VERDICT_WORDS.reject.done,
  swap: VERDICT_WORDS.swap.done,
  tie: VERDICT_WORDS.tie.done,
  conflict: "conflict",
};

export const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  open: "open",
  agreed: "agreed",
  conflict: "conflict",
  settled: "settled",
};

export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  doubtful: "most doubtful first",
  random: "random",
  newest: "newest first",
};

export const MACHINE_WORDS = {
  accepted: "accepted by the rules",
  refused: "refused by the rules",
} as const;

/** How doubt is reckoned, for a hover. */
export const DOUBT_FORMULA =
  "The chance that the true order is the other way: 1 − Φ(margin ÷ its standard error), from the rollouts behind both values. A judge that disagrees raises it; a correction whose claimed step is not the first wrong one gets 0.25 more, and a repair whose answer the grader refused has none.";
