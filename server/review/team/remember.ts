import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";

/** Figures may be so many times as old as they took to make: looking costs the process a twentieth of its time at most. */
const AGE_TO_COST = 20;
/** Viewers and filters that are kept; the one longest unused goes. */
const MOST_KEPT = 50;

interface Kept<T> {
  readonly made: Promise<T>;
  readonly startedAt: number;
  /** Milliseconds; null until it is made. */
  cost: number | null;
}

interface Owner {
  readonly db: Db;
  readonly clock: Clock;
}

/**
 * A function of a question that answers from memory while the answer is fresh for what it costs: with few decisions that
 * is the blink of an eye, with 300,000 some seconds. Who asks while it is being made gets the same answer.
 */
export function remembered<T>(): (owner: Owner, key: string, make: () => Promise<T>) => Promise<T> {
  const byDb = new WeakMap<Db, Map<string, Kept<T>>>();
  return ({ db, clock }, key, make) => {
    const kept = byDb.get(db) ?? new Map<string, Kept<T>>();
    byDb.set(db, kept);
    const found = kept.get(key);
    if (found !== undefined && isFresh(found, clock.now())) return found.made;
    const startedAt = clock.now();
    const entry: Kept<T> = { made: make(), startedAt, cost: null };
    kept.delete(key);
    kept.set(key, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return settle(entry);

    async function settle(own: Kept<T>): Promise<T> {
      try {
        return await own.made;
      } catch (error) {
        if (kept.get(key) === own) kept.delete(key);
        throw error;
      } finally {
        own.cost = clock.now() - startedAt;
      }
    }
  };
}

function isFresh({ startedAt, cost }: Kept<unknown>, now: number): boolean {
  return cost === null || now - startedAt < cost * AGE_TO_COST;
}
