/** Which items a bulk act is about: some by number, or all that the filter finds. */
export interface Selection {
  readonly picked: ReadonlySet<number>;
  /** Where a range begins: the item picked or let go last. */
  readonly anchor: number | null;
  /** All that match, also on pages not seen. */
  readonly everything: boolean;
}

export const NOTHING: Selection = { picked: new Set(), anchor: null, everything: false };

/** Picks an item, or lets it go. From "everything", what is left is the page less that item. */
export function toggle(selection: Selection, number: number, order: readonly number[]): Selection {
  const picked = new Set(selection.everything ? order : selection.picked);
  if (!picked.delete(number)) picked.add(number);
  return { picked, anchor: number, everything: false };
}

/** Picks all from the anchor to `number` in the order shown; without an anchor, that item alone. */
export function extend(selection: Selection, number: number, order: readonly number[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(number);
  if (from === -1 || to === -1) return toggle(selection, number, order);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { picked: new Set([...selection.picked, ...range]), anchor: selection.anchor, everything: false };
}

/** Whether all of a page, some of it, or nothing is picked. */
export function pageState(selection: Selection, order: readonly number[]): "all" | "some" | "none" {
  if (selection.everything) return "all";
  const here = order.filter((number) => selection.picked.has(number)).length;
  return here === 0 ? "none" : here === order.length ? "all" : "some";
}

/** Picks the whole page, or lets it go where it is picked. */
export function togglePage(selection: Selection, order: readonly number[]): Selection {
  const all = pageState(selection, order) === "all";
  const picked = new Set(selection.everything ? [] : selection.picked);
  for (const number of order) {
    if (all) picked.delete(number);
    else picked.add(number);
  }
  return { picked, anchor: null, everything: false };
}
