/**
 * `components/review/item/keys` owns what a person can do with keys on an item: the table of actions, which key does
 * what for whom, and how a key is read. The help sheet, the buttons and the listener all read this table.
 */

/** `open`: the order is shown; `blind`: it is hidden, so sides are chosen instead. */
export type Where = "always" | "open" | "blind";

interface ActionEntry {
  readonly id: string;
  readonly group: "Decide" | "Say why" | "Look" | "Go back";
  readonly label: string;
  /** As `keyOf` writes it. */
  readonly key: string;
  readonly where: Where;
}

/** Every action with a key of its own, in the order of the sheet. */
export const ACTIONS = [
  { id: "accept", group: "Decide", label: "Accept: the order is right", key: "a", where: "open" },
  { id: "swap", group: "Decide", label: "Swap: the rejected one is better", key: "s", where: "open" },
  { id: "left", group: "Decide", label: "The left one is better", key: "a", where: "blind" },
  { id: "right", group: "Decide", label: "The right one is better", key: "d", where: "blind" },
  { id: "reject", group: "Decide", label: "Reject: not fit for training", key: "x", where: "always" },
  { id: "tie", group: "Decide", label: "Tie: no real difference", key: "t", where: "always" },
  { id: "skip", group: "Decide", label: "Skip: somebody else should decide", key: "k", where: "always" },
  { id: "suggestion", group: "Decide", label: "Take the model's suggestion", key: "y", where: "open" },
  { id: "settle", group: "Decide", label: "Settle the conflict for all, or not", key: "j", where: "always" },
  {
    id: "side",
    group: "Say why",
    label: "Number keys mark steps on the other side",
    key: "w",
    where: "always",
  },
  { id: "unmark", group: "Say why", label: "Take away the mark on this side", key: "0", where: "always" },
  { id: "note", group: "Say why", label: "Write a note (Escape leaves it)", key: "n", where: "always" },
  { id: "flag", group: "Say why", label: "The reference answer is wrong", key: "f", where: "always" },
  { id: "edit", group: "Say why", label: "Edit the chain of this side", key: "e", where: "always" },
  { id: "raw", group: "Look", label: "Raw text or drawn mathematics", key: "r", where: "always" },
  { id: "facts", group: "Look", label: "What the machine says", key: "m", where: "always" },
  { id: "guidelines", group: "Look", label: "Guidelines", key: "g", where: "always" },
  { id: "sheet", group: "Look", label: "These keys", key: "?", where: "always" },
  { id: "undo", group: "Go back", label: "Undo your last act", key: "z", where: "always" },
  { id: "redo", group: "Go back", label: "Redo it", key: "shift+z", where: "always" },
] as const satisfies readonly ActionEntry[];

export type Action = (typeof ACTIONS)[number];
export type ActionId = Action["id"];

/** Keys that keep their meaning, whatever a person sets. */
export const FIXED_KEYS = [
  {
    keys: ["1", "…", "9"],
    label: "First wrong step on this side; two digits quickly, as 1 2, for step 12",
  },
  { keys: ["Shift 1", "…", "Shift 9"], label: "Reasons, by their number" },
] as const;
