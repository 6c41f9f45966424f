import { entrySchema, type Entry } from "./entry";

/** What of `localStorage` is used. */
export type KeyStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** A person's acts in the browser's storage: one key for each, so that two tabs do not write over each other. */
export interface EntryStorage {
  readonly read: () => Entry[];
  /** Makes the storage hold exactly these of the acts that `before` and `after` name. */
  readonly write: (before: readonly Entry[], after: readonly Entry[]) => void;
}

const OUTBOX_PREFIX = "sphere.outbox.";

export function entryStorage(store: KeyStore, userId: string): EntryStorage {
  const prefix = `${OUTBOX_PREFIX}${userId}.`;
  /** For which the browser had no room: they live as long as the page. */
  const homeless = new Map<string, Entry>();
  return {
    read() {
      const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
      const stored = keys
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => parsed(store.getItem(key)));
      return [...stored, ...homeless.values()].toSorted((a, b) => a.order - b.order);
    },
    write(before, after) {
      for (const { input } of before) {
        if (after.some((entry) => entry.input.actId === input.actId)) continue;
        homeless.delete(input.actId);
        store.removeItem(prefix + input.actId);
      }
      for (const entry of after) {
        if (before.includes(entry)) continue;
        homeless.delete(entry.input.actId);
        try {
          store.setItem(prefix + entry.input.actId, JSON.stringify(entry));
        } catch {
          store.removeItem(prefix + entry.input.actId);
          homeless.set(entry.input.actId, entry);
        }
      }
    },
  };
}

/** What cannot be read, as by another version of the app, stays where it is. */
function parsed(text: string | null): Entry[] {
  if (text === null) return [];
  try {
    const entry = entrySchema.safeParse(JSON.parse(text));
    return entry.success ? [entry.data] : [];
  } catch {
    return [];
  }
}
