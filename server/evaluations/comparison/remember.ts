import type { Db } from "@/db/client";

/**
 * Keeps what was computed from a database, for as many keys as asked for; the one that was made first goes first. The key
 * says everything that the value depends on, so that nothing in it grows stale.
 */
export function remembering<T>(most: number): (db: Db, key: string, make: () => T) => T {
  const kept = new WeakMap<Db, Map<string, T>>();
  return (db, key, make) => {
    const ofDb = kept.get(db) ?? new Map<string, T>();
    kept.set(db, ofDb);
    const known = ofDb.get(key);
    if (known !== undefined) return known;
    const made = make();
    ofDb.set(key, made);
    for (const oldest of ofDb.keys()) {
      if (ofDb.size <= most) break;
      ofDb.delete(oldest);
    }
    return made;
  };
}
