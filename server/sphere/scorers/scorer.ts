/**
 * `scorers` owns what a step is worth (method: process reward). A scorer is asked for groups of siblings at once
 * and answers in their order; it asks the world through `io.measure` or draws rollouts, and decides nothing.
 */
import type { Chain, ValueKind } from "../types";

/** A partial solution whose last step is to be valued. */
export interface ScoredStep {
  readonly steps: readonly string[];
  /** The chain, if it ends here. */
  readonly ended: Chain | null;
}

export interface StepValue {
  /** In [0, 1]. */
  readonly value: number;
  /** What gave it; a model's kind also where rollouts had a say beside it. */
  readonly kind: Exclude<ValueKind, "outcome">;
  /** What the model alone says, in [0, 1]; null where rollouts alone gave the value. */
  readonly model: number | null;
  /** Rollouts behind it. */
  readonly rollouts: number;
}

/** Steps that are compared with each other, so that one scorer must value them all. */
export type Siblings = readonly ScoredStep[];

export interface ProcessScorer {
  /** For each group the values of its steps; null for a step of which nothing could be learnt. */
  score(groups: readonly Siblings[]): Promise<readonly (readonly (StepValue | null)[])[]>;
}
