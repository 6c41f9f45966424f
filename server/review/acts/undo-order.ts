import type { ActKind } from "../review.schema";

/** One line of the log, as far as undo is concerned. */
export interface LoggedAct {
  readonly seq: number;
  readonly kind: ActKind;
  readonly target: number | null;
}

export interface Reachable {
  /** The act that Ctrl Z takes back. */
  readonly undo: number | null;
  /** The act that Ctrl Shift Z does again. */
  readonly redo: number | null;
}

/**
 * What Ctrl Z and Ctrl Shift Z reach, from a person's acts and the undos and redos of these, newest first. It reads no
 * further than it has to. Done again counts as done last; a new act leaves nothing to redo.
 */
export function reachable(newestFirst: Iterable<LoggedAct>): Reachable {
  const settled = new Set<number>();
  let undo: number | null = null;
  let redo: number | null = null;
  for (const { seq, kind, target } of newestFirst) {
    const about = target ?? seq;
    if (!settled.has(about)) {
      settled.add(about);
      if (kind === "undo") redo ??= about;
      else undo ??= about;
    }
    // A new act that is still done leaves nothing older to redo; one that was taken back is itself the act to redo.
    const over = redo !== null || (kind !== "undo" && kind !== "redo");
    if (undo !== null && over) break;
  }
  return { undo, redo };
}

/** Acts that are done, the one done last at the end, and for each act what was last when it was first done. */
export function stackOf(oldestFirst: Iterable<LoggedAct>): {
  readonly done: readonly number[];
  readonly before: ReadonlyMap<number, number | null>;
} {
  let done: number[] = [];
  const before = new Map<number, number | null>();
  for (const { seq, kind, target } of oldestFirst) {
    const about = target ?? seq;
    if (kind === "undo") done = done.filter((each) => each !== about);
    else {
      if (kind !== "redo") before.set(seq, done.at(-1) ?? null);
      done = [...done, about];
    }
  }
  return { done, before };
}
