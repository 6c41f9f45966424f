import type { PreparedText } from "./prepare-text";

/** What is compared, and how to let others have a turn. */
export interface Sides {
  readonly training: readonly PreparedText[];
  readonly benchmark: readonly PreparedText[];
  readonly pause: () => Promise<unknown>;
}

/** Texts between two turns of the event loop: a millisecond or a few of work. */
const TEXTS_A_TURN = 25;

/** Visits each text, with a pause now and then. */
export async function visit(
  texts: readonly PreparedText[],
  pause: Sides["pause"],
  see: (text: PreparedText, index: number) => void,
): Promise<void> {
  for (const [index, text] of texts.entries()) {
    see(text, index);
    if (index % TEXTS_A_TURN === TEXTS_A_TURN - 1) await pause();
  }
}

/** Adds to the list of a key. */
export function addTo<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  // A text that holds a key twice comes twice in a row.
  else if (list.at(-1) !== index) list.push(index);
}
