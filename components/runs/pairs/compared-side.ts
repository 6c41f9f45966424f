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
}
