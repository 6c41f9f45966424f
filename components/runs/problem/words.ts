/**
 * `components/runs/problem` owns what a run made of one problem, drawn: search tree, chains, corrections, model
 * calls. It compares two solutions with `components/runs/pairs`.
 */
import type { CallPurpose, ModelRole } from "@/server/sphere/io";
import type { Bucket, ChainOrigin, PairLevel, TerminalKind } from "@/server/sphere/types";

/** How a chain ended. */
export const TERMINAL_WORDS: Readonly<Record<TerminalKind, string>> = {
  boxed: "ended with a boxed answer",
  "end-of-turn": "ended by itself",
  truncated: "cut off at the token limit",
  repetition: "repeated itself without end",
  "too-deep": "has more steps than allowed",
  empty: "wrote nothing",
};

/** Where a chain came from. */
export const ORIGIN_WORDS: Readonly<Record<ChainOrigin, string>> = {
  "root-sample": "first sample",
  rollout: "rollout",
  correction: "correction",
  "small-model": "small model",
  "policy-variant": "policy, sampled more boldly",
  search: "search over steps",
  "prompt-variant": "policy, asked another way",
  resample: "fresh sample",
};

/** Why a call was made. */
export const PURPOSE_WORDS: Readonly<Record<CallPurpose, string>> = {
  solve: "solve",
  expand: "propose next steps",
  rollout: "roll out",
  locate: "locate the wrong step",
  reflect: "reflect and repair",
  critique: "say what is wrong",
  repair: "repair after a critique",
  "luck-check": "check for luck",
  resample: "draw anew, without reflecting",
};

export const ROLE_WORDS: Readonly<Record<ModelRole, string>> = {
  policy: "policy",
  small: "small model",
  scorer: "scorer",
};

export const BUCKET_WORDS: Readonly<Record<Bucket, string>> = {
  easy: "every first sample was right",
  mixed: "some first samples were right",
  hard: "no first sample was right",
};

export const LEVEL_WORDS: Readonly<Record<PairLevel, string>> = {
  solution: "whole solutions",
  prefix: "after a shared prefix",
  "correction-turn": "reflections on a wrong solution",
};

/** "Chain 3": a chain's name on every page, from its place in the problem. */
export function chainName(chain: { readonly position: number }): string {
  return `Chain ${chain.position + 1}`;
}
