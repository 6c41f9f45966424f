import type { ReactNode } from "react";
import type { Tone } from "./step-text";

/** One of the two solutions that are set against each other. */
export interface ComparedSide {
  readonly steps: readonly string[];
  readonly tone: Tone;
  /** Above the column: whose text it is and what became of it. */
  readonly head: ReactNode;
  /** Beside each step on a narrow window, where the columns stand under one another. */
  readonly mark: ReactNode;
  /** 0-based, of `steps`. */
  readonly wrongStep: number | null;
  /** What `wrongStep` is called: "first wrong step". */
  readonly wrongStepName?: string;
  /** Said in place under a step (0-based over the whole chain, shared steps included): what a reflection claims of it. */
  readonly notes?: readonly StepNote[];
  /** Where a person says which step is the first wrong one; then step numbers are buttons. */
  readonly marking?: StepMarking;
}

export interface StepNote {
  readonly step: number;
  readonly content: ReactNode;
}

/** Steps are counted from 0 over the whole chain. */
export interface StepMarking {
  /** As in "step 3 of the left chain". */
  readonly side: string;
  readonly step: number | null;
  readonly onMark: (step: number) => void;
}
