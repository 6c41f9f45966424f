import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { placeInOrder, randomOrder, SHUFFLE_PRIME, shuffleOf } from "./random-order";

const ITEMS = Array.from({ length: 12 }, (_, at) => shuffleOf(`pair_${at}`));

function placeOf(shuffle: number, seed: number): number {
  const { times, plus } = randomOrder(seed);
  return Number((BigInt(shuffle) * BigInt(times) + BigInt(plus)) % BigInt(SHUFFLE_PRIME));
}

const orderOf = (seed: number) =>
  ITEMS.map((shuffle, item) => ({ item, place: placeOf(shuffle, seed) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);

test("a seed gives the same order for ever", () => {
  expect(orderOf(7)).toEqual(orderOf(7));
  expect(orderOf(7)).not.toEqual(orderOf(8));
  expect(shuffleOf("pair_1")).toBe(424_569_800);
});

test("no two items share a place", () => {
  for (let seed = 0; seed < 50; seed++) {
    expect(new Set(ITEMS.map((shuffle) => placeOf(shuffle, seed))).size).toBe(ITEMS.length);
  }
});

test("over seeds each item is equally likely at each place, and each of two before the other", () => {
  const seeds = 6_000;
  const places = ITEMS.map(() => ITEMS.map(() => 0));
  let firstBeforeSecond = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const order = orderOf(seed);
    for (const [place, item] of order.entries()) {
      const row = places[item] ?? [];
      row[place] = (row[place] ?? 0) + 1;
    }
    if (order.indexOf(0) < order.indexOf(1)) firstBeforeSecond += 1;
  }
  // 500 expected, standard deviation 21.4; 144 cells stay within five of it.
  expect(Math.min(...places.flat())).toBeGreaterThan(393);
  expect(Math.max(...places.flat())).toBeLessThan(607);
  expect(Math.abs(firstBeforeSecond - seeds / 2)).toBeLessThan(5 * Math.sqrt(seeds / 4));
});

test("SQLite works out the same places", () => {
  const { db } = openTestDatabase();
  for (const seed of [0, 1, 2_147_483_647]) {
    for (const shuffle of [0, 1, SHUFFLE_PRIME - 1, ...ITEMS]) {
      const row = db.get<{ place: number }>(
        sql`select ${placeInOrder(sql`cast(${shuffle} as integer)`, seed)} as place`,
      );
      expect(row.place).toBe(placeOf(shuffle, seed));
    }
  }
});
