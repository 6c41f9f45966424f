import type { Entry, NewEntry, Refusal } from "./entry";

/** A server that is in trouble so often with one act is asked no more by itself. */
const MOST_TROUBLES = 6;

export type Queue = readonly Entry[];

/** Puts an act behind all others. */
export function added(queue: Queue, act: NewEntry, now: number): Queue {
  const last = queue.at(-1)?.order ?? 0;
  return [...queue, { ...act, order: Math.max(now, last + 1), troubles: 0, refusal: null }];
}

/** The oldest act that waits; one that was refused holds up nothing. */
export function nextToSend(queue: Queue): Entry | null {
  return queue.find(({ refusal }) => refusal === null) ?? null;
}

/** The server has it, under the number `seq`; an undo that meant it learns that number. */
export function delivered(queue: Queue, actId: string, seq: number): Queue {
  return without(queue, actId).map((entry) =>
    (entry.kind === "undo" || entry.kind === "redo") && entry.of === actId
      ? { ...entry, of: null, input: { ...entry.input, target: seq } }
      : entry,
  );
}

/**
 * The server will not have it. It stays until the person discards it, unless they took it back already: then it goes,
 * with its undo.
 */
export function refused(queue: Queue, actId: string, refusal: Refusal): Queue {
  const about = queue.filter(
    (entry) => (entry.kind === "undo" || entry.kind === "redo") && entry.of === actId,
  );
  const rest = queue.filter((entry) => !about.includes(entry));
  if (about.at(-1)?.kind === "undo") return without(rest, actId);
  return rest.map((entry) => (entry.input.actId === actId ? { ...entry, refusal } : entry));
}

/** The server had trouble with it: to be sent again, but not for ever. */
export function troubled(queue: Queue, actId: string, refusal: Refusal): Queue {
  const entry = queue.find(({ input }) => input.actId === actId);
  if (entry === undefined) return queue;
  if (entry.troubles + 1 >= MOST_TROUBLES) return refused(queue, actId, refusal);
  return queue.map((each) => (each === entry ? { ...each, troubles: each.troubles + 1 } : each));
}

export function without(queue: Queue, actId: string): Queue {
  return queue.filter(({ input }) => input.actId !== actId);
}

/** Sends a refused act once more, in its old place. */
export function again(queue: Queue, actId: string): Queue {
  return queue.map((entry) =>
    entry.input.actId === actId ? { ...entry, refusal: null, troubles: 0 } : entry,
  );
}

/** The newest act that waits and is not taken back by an undo that waits behind it: what undo would mean now. */
export function newestWaiting(queue: Queue): Entry | null {
  const waiting = queue.filter(({ refusal }) => refusal === null);
  const state = new Map<string, boolean>();
  for (const entry of waiting) {
    if (entry.kind === "undo" || entry.kind === "redo") {
      if (entry.of !== null) state.set(entry.of, entry.kind === "undo");
    } else state.set(entry.input.actId, false);
  }
  return (
    waiting.findLast(
      ({ kind, input }) => kind !== "undo" && kind !== "redo" && state.get(input.actId) === false,
    ) ?? null
  );
}

/** The act that an undo which still waits would take back: what redo would mean now. */
export function newestTakenBack(queue: Queue): string | null {
  const last = queue.findLast(({ refusal }) => refusal === null);
  return last?.kind === "undo" ? last.of : null;
}

/** Items with a decision that waits: not to be handed out to the same person again. */
export function waitingNumbers(queue: Queue): number[] {
  return queue.flatMap(({ kind, number, refusal }) =>
    kind === "decide" && refusal === null && number !== null ? [number] : [],
  );
}
