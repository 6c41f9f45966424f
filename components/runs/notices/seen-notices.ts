import { z } from "zod";

/** How far this browser's person has come with the notices, by event id. */
export interface SeenNotices {
  /** Read in the list. Null before the first look at the workbench: begins now. */
  readonly read: number | null;
  /** Told by a toast. */
  readonly told: number;
}

const KEY = "sphere.notices";
const NOTHING: SeenNotices = { read: null, told: 0 };
const seenSchema = z.object({ read: z.number().int().min(0).nullable(), told: z.number().int().min(0) });

let text: string | null = null;
let seen: SeenNotices = NOTHING;
const listeners = new Set<() => void>();

/** What is on record; the same object until it changes. */
export function readSeen(): SeenNotices {
  const now = localStorage.getItem(KEY);
  if (now !== text) {
    text = now;
    seen = parseSeen(now);
  }
  return seen;
}

/** Nothing is on record where there is no browser. */
export function readSeenOnServer(): SeenNotices {
  return NOTHING;
}

export function writeSeen(change: Partial<SeenNotices>): void {
  localStorage.setItem(KEY, JSON.stringify({ ...readSeen(), ...change }));
  for (const listener of listeners) listener();
}

/** Hears of changes here and in other tabs. */
export function subscribeSeen(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** What a stored text says; nothing where it is of another version or broken. */
export function parseSeen(stored: string | null): SeenNotices {
  try {
    const parsed = seenSchema.safeParse(JSON.parse(stored ?? "null"));
    return parsed.success ? parsed.data : NOTHING;
  } catch {
    return NOTHING;
  }
}
