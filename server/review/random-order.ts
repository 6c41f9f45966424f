import { sql, type SQL } from "drizzle-orm";
import { sha256 } from "@/server/foundation/ids";

/** A prime above every `shuffle`; products of two of its residues fit SQLite's 64-bit whole numbers. */
export const SHUFFLE_PRIME = 2_147_483_647;

/** A whole number in [0, 2^31 - 1) made from an id, the same on any machine. */
export function shuffleOf(id: string): number {
  return Number.parseInt(sha256(id).slice(0, 12), 16) % SHUFFLE_PRIME;
}

interface Order {
  readonly times: number;
  readonly plus: number;
}

/**
 * The order of a seed: items sorted by `(shuffle * times + plus) mod p`. For a seed drawn at random each item is equally
 * likely at every place, and so is each pair of items (a pairwise independent family).
 */
export function randomOrder(seed: number | string): Order {
  const hash = sha256(`review-order/${seed}`);
  const part = (from: number) => Number.parseInt(hash.slice(from, from + 12), 16);
  return { times: 1 + (part(0) % (SHUFFLE_PRIME - 1)), plus: part(12) % SHUFFLE_PRIME };
}

/** The same in SQL, over the column that holds `shuffle`. */
export function placeInOrder(
  shuffle: SQL | SQL.Aliased | { getSQL(): SQL },
  seed: number | string,
): SQL<number> {
  const { times, plus } = randomOrder(seed);
  return sql<number>`((${shuffle} * ${sql.raw(String(times))} + ${sql.raw(String(plus))}) % ${sql.raw(String(SHUFFLE_PRIME))})`;
}
