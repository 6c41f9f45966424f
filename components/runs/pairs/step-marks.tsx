import type { ReactNode } from "react";
import type { ComparedSide } from "./compared-side";
import type { StepMark } from "./step-number";

interface Place {
  readonly side: ComparedSide;
  /** From 0 over the whole chain. */
  readonly step: number;
}

/** The button of a step's number; a step that both sides share is marked in both at once. */
export function markOf(places: readonly Place[]): StepMark | null {
  const marking = places.flatMap(({ side, step }) =>
    side.marking === undefined ? [] : [{ ...side.marking, at: step }],
  );
  const [first] = marking;
  if (first === undefined) return null;
  const marked = marking.filter(({ step, at }) => step === at).map(({ side }) => side);
  const sides = marking.map(({ side }) => side).join(" and ");
  return {
    marked: marked.length > 0,
    words: `first wrong step, you say${marking.length > 1 ? ` (${marked.join(" and ")})` : ""}`,
    label: `Step ${first.at + 1} is the first wrong one, ${sides}`,
    onMark: () => {
      first.onMark(first.at);
    },
  };
}

export function notesOf(side: ComparedSide, step: number): ReactNode {
  return side.notes
    ?.filter((note) => note.step === step)
    .map(({ content }, index) => <div key={index}>{content}</div>);
}
