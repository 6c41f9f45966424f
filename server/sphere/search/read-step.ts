import { endOfFirstBox } from "../boxed";
import type { FinishReason } from "../io";
import { lastSentenceEnd, splitSteps } from "../split-steps";
import type { StepStops } from "./stop-texts";

/** Stands for the step that a stop text cut off, so that the splitter sees whether the one before it is whole. */
const NEXT_STEP = "Step 0: here the next step would follow.";

export interface DraftedStep {
  /** What follows the path's text so far, over all calls. */
  readonly text: string;
  readonly finish: FinishReason;
  readonly separator: StepStops["separator"];
  /** Whether the solution, not the step, had no more tokens left. */
  readonly spent: boolean;
}

export type ReadStep =
  /** A whole step; another would follow. */
  | { readonly kind: "step"; readonly step: string }
  /** The solution ends with it. */
  | { readonly kind: "end"; readonly step: string }
  /** Not yet a step by the splitter's rules: open mathematics, or cut before its first sentence ended. */
  | { readonly kind: "open"; readonly text: string; readonly atBoundary: boolean };

/** Reads the first step of what was generated after a path (method: segmentation, rules 3-5). */
export function readStep(
  path: { readonly steps: readonly string[]; readonly text: string },
  draft: DraftedStep,
): ReadStep {
  // Going on would bring nothing: the model writes the stop text, or its end, at once.
  if (draft.text.trim() === "") return { kind: "end", step: "" };
  const stopped = draft.finish === "stop-text";
  const text = stopped ? draft.text + draft.separator : draft.text;
  const { steps } = splitSteps(path.text + text + (stopped ? NEXT_STEP : ""), path.steps);
  const [step = "", ...rest] = steps.slice(path.steps.length);
  if (endOfFirstBox(path.text + step) !== null) return { kind: "end", step };
  if (rest.length > 0) return { kind: "step", step };
  if (stopped) return { kind: "open", text, atBoundary: true };
  if (draft.finish !== "length" || draft.spent) return { kind: "end", step };
  const sentence = lastSentenceEnd(step);
  return sentence === null
    ? { kind: "open", text, atBoundary: false }
    : { kind: "step", step: step.slice(0, sentence) };
}
