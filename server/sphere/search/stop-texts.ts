import { STEP_LABEL } from "../step-key";

export interface StepStops {
  /** Texts that end a step (method: stop lists), in order of preference. */
  readonly stop: readonly string[];
  /** What stands between the step and the next one once a stop text was met: it starts every stop text. */
  readonly separator: "\n" | "\n\n";
}

/**
 * Where the step that continues `text` ends: at the label of the next one, and where the solution so far is not
 * numbered at a blank line too.
 *
 * @param atBoundary whether a new step starts here; else the last one goes on
 */
export function stepStops(text: string, atBoundary: boolean): StepStops {
  const last = lastLabel(text);
  const next = String((last ?? 0) + (atBoundary ? 2 : 1));
  const labels = [`\nStep ${next}`, `\n## Step ${next}`];
  const numbered = last !== null || text === "";
  return numbered ? { stop: labels, separator: "\n" } : { stop: [...labels, "\n\n"], separator: "\n\n" };
}

/** Number of the last labelled step; null where none is. */
function lastLabel(text: string): number | null {
  const labels = text.split("\n").flatMap((line) => STEP_LABEL.exec(line)?.[1] ?? []);
  const last = labels.at(-1);
  return last === undefined ? null : Number(last);
}
