import type { ItemView, VersionView } from "@/server/review/item-view.schema";
import { SIDES, type Side } from "@/server/review/review.schema";
import { alignSteps, type StepAlignment, type StepRow } from "@/server/sphere/align-steps";
import type { Draft } from "./draft";
import { wholeRows } from "./mark-step";

/** The steps that are shown, after what both sides were given. */
export type ShownSteps = Readonly<Record<Side, readonly string[]>>;

export function versionShown(view: ItemView, draft: Draft, side: Side): VersionView | null {
  return view.versions.find(({ id }) => id === draft.versions[side]) ?? null;
}

export function shownSteps(view: ItemView, draft: Draft): ShownSteps {
  const [left, right] = SIDES.map((side) => versionShown(view, draft, side)?.steps ?? view[side].steps);
  return { left: left ?? [], right: right ?? [] };
}

/** Steps of a whole chain, shared ones included. */
export function countSteps(view: ItemView, draft: Draft, side: Side): number {
  return view.shared.length + shownSteps(view, draft)[side].length;
}

/** How the shown chains stand against each other, over the whole chains. */
export function rowsOf(view: ItemView, draft: Draft): StepRow[] {
  const { left, right } = shownSteps(view, draft);
  const { rows }: StepAlignment = alignSteps(left, right);
  return wholeRows(view.shared.length, rows);
}
