import type { StepRow } from "@/server/sphere/align-steps";
import type { Side } from "@/server/review/review.schema";

/** The first wrong step of each side, from 0 over the whole chain; null: none marked. */
export interface FirstWrong {
  readonly left: number | null;
  readonly right: number | null;
}

export const NOTHING_MARKED: FirstWrong = { left: null, right: null };

/** Rows of both whole chains: the steps that both were given, then the aligned rest. */
export function wholeRows(shared: number, rows: readonly StepRow[]): StepRow[] {
  const given = Array.from({ length: shared }, (_, index): StepRow => ({ kind: "same", a: index, b: index }));
  const moved = (step: number | null): number | null => (step === null ? null : step + shared);
  return [...given, ...rows.map(({ kind, a, b }) => ({ kind, a: moved(a), b: moved(b) }))];
}

/**
 * Marks a step as the first wrong one of its side, or takes the mark away where it stands already. A step that both
 * sides share is one step on the page, so it is marked in both.
 */
export function markStep(
  marks: FirstWrong,
  { side, step }: { readonly side: Side; readonly step: number },
  rows: readonly StepRow[],
): FirstWrong {
  const shared = rows.find((row) => row.kind === "same" && (side === "left" ? row.a : row.b) === step);
  if (shared === undefined) return { ...marks, [side]: marks[side] === step ? null : step };
  const both = marks.left === shared.a && marks.right === shared.b;
  return both ? NOTHING_MARKED : { left: shared.a, right: shared.b };
}
