import { createHash } from "node:crypto";

/**
 * Rendezvous hashing: the names in the order in which `key` prefers them. A name that comes or goes moves only the keys that
 * prefer it.
 */
export function rendezvousOrder(names: readonly string[], key: string): number[] {
  const weights = names.map((name) =>
    createHash("sha1").update(name).update("\0").update(key).digest().readUInt32BE(),
  );
  return names.map((_, i) => i).toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
}
