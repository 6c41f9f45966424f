import { z } from "zod";

/** Strongest first: the same after normalisation; a run of 13 words in common; alike by MinHash. */
export const MATCH_KINDS = ["exact", "n-gram", "near-duplicate"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/**
 * `leave-out`: the problem never enters a run or a training file. `waive`: a named person says, with a reason, that it may.
 * `reopen` takes either back.
 */
export const CONTAMINATION_DECISIONS = ["leave-out", "waive", "reopen"] as const;
export type ContaminationDecision = (typeof CONTAMINATION_DECISIONS)[number];

/** How a match stands now. */
export const MATCH_STATES = ["open", "left-out", "waived"] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export const decideMatchesSchema = z
  .object({
    setId: z.string().min(1),
    /** Which matches: named ones, or all of the set that are open. */
    matchIds: z.array(z.string().min(1)).min(1).max(10_000).nullable(),
    decision: z.enum(CONTAMINATION_DECISIONS),
    reason: z.string().trim().max(2_000).default(""),
  })
  .refine(({ decision, reason }) => decision !== "waive" || reason.length >= 5, {
    path: ["reason"],
    message: "Say why it may stay, in five letters or more: it is kept with your name",
  });
export type DecideMatches = z.infer<typeof decideMatchesSchema>;

export const MATCHES_PAGE_SIZE = 20;

export const listMatchesSchema = z.object({
  setId: z.string().min(1),
  kind: z.enum(MATCH_KINDS).nullable().default(null),
  /** The benchmark, or for a benchmark the set that trains. */
  otherId: z.string().min(1).nullable().default(null),
  state: z.enum(MATCH_STATES).nullable().default(null),
  /** From 1. */
  page: z.number().int().min(1).max(100_000).default(1),
});
export type ListMatches = z.infer<typeof listMatchesSchema>;
