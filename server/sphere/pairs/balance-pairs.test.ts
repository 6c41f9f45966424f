import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Stage, STAGES } from "../io";
import { type BalanceItem, balancePairs, HOLD_RULES, MIN_BALANCED_PAIRS } from "./balance-pairs";

const BOTH = { lengthBalance: true, stageMix: true };
const LENGTHS = { lengthBalance: true, stageMix: false };
const STAGE_SHARES = { "self-generation": 0.6, "self-correction": 0.25, "diversity-induction": 0.25 };

/** Lengths with the ratio that single pairs may have. */
const item = fc.record({
  stage: fc.constantFrom(...STAGES),
  rejectedLength: fc.integer({ min: 40, max: 900 }),
  ratio: fc.double({ min: 0.5, max: 2, noNaN: true }),
  rejectedTruncated: fc.boolean(),
});
const set = (size: { minLength: number; maxLength: number }) =>
  fc.array(item, size).map((items) =>
    items.map(({ ratio, ...one }, index): BalanceItem => ({
      ...one,
      id: `pair-${String(index)}`,
      chosenLength: Math.round(ratio * one.rejectedLength),
    })),
  );
const many = set({ minLength: 0, maxLength: 120 });

const keptOf = (items: readonly BalanceItem[], config: typeof BOTH) => {
  const held = balancePairs(items, config);
  return items.filter(({ id }) => !held.has(id));
};
const total = (items: readonly BalanceItem[], of: (one: BalanceItem) => number) =>
  items.reduce((sum, one) => sum + of(one), 0);

function balance(items: readonly BalanceItem[]): number {
  return total(items, (one) => one.chosenLength) / total(items, (one) => one.rejectedLength);
}

test("what is kept keeps every rule", () => {
  fc.assert(
    fc.property(many, fc.boolean(), fc.boolean(), (items, lengthBalance, stageMix) => {
      const kept = keptOf(items, { lengthBalance, stageMix });
      const truncated = kept.filter(({ rejectedTruncated }) => rejectedTruncated).length;
      expect(10 * truncated).toBeLessThanOrEqual(kept.length);
      const balanced = kept.length === 0 || Math.abs(balance(kept) - 1) <= 0.1 + 1e-12;
      expect(balanced || !lengthBalance || items.length < MIN_BALANCED_PAIRS).toBe(true);
      expect(stageMix ? overfull(kept) : []).toEqual([]);
    }),
    { numRuns: 500, seed: 1 },
  );
});

/** Stages with more than their share of the stages that are there, to the whole pair. */
function overfull(kept: readonly BalanceItem[]): Stage[] {
  const present = STAGES.filter((stage) => kept.some((one) => one.stage === stage));
  const offered = present.reduce((sum, stage) => sum + STAGE_SHARES[stage], 0);
  return present.filter((stage) => {
    const most = (STAGE_SHARES[stage] / Math.min(1, offered)) * kept.length;
    return kept.filter((one) => one.stage === stage).length >= most + 1;
  });
}

const sortedEntries = (held: ReadonlyMap<string, string>) =>
  [...held].toSorted(([a], [b]) => (a < b ? -1 : 1));

test("the order of the pairs changes nothing", () => {
  const shuffled = many.chain((items) =>
    fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
  );
  fc.assert(
    fc.property(shuffled, ([items, others]) => {
      expect(sortedEntries(balancePairs(others, BOTH))).toEqual(sortedEntries(balancePairs(items, BOTH)));
    }),
    { numRuns: 200, seed: 2 },
  );
});

test("no fewer pairs could be held for their lengths", () => {
  const whole = set({ minLength: 40, maxLength: 120 }).map((items) =>
    items.map((one) => ({ ...one, rejectedTruncated: false })),
  );
  fc.assert(
    fc.property(whole, (items) => {
      const held = balancePairs(items, LENGTHS).size;
      if (held === 0) return;
      // Even the pairs that weigh most, one fewer of them, would leave the set out of balance.
      const long = balance(items) > 1;
      const weight = (one: BalanceItem) =>
        long
          ? 10 * one.chosenLength - 11 * one.rejectedLength
          : 9 * one.rejectedLength - 10 * one.chosenLength;
      const rest = items.toSorted((a, b) => weight(b) - weight(a)).slice(held - 1);
      expect(total(rest, weight)).toBeGreaterThan(0);
    }),
    { numRuns: 500, seed: 3 },
  );
});

const plain = (count: number, stage: Stage, change: Partial<BalanceItem> = {}): BalanceItem[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${stage}-${String(index).padStart(4, "0")}`,
    stage,
    chosenLength: 100,
    rejectedLength: 100,
    rejectedTruncated: false,
    ...change,
  }));
const mixOf = (...counts: readonly number[]) => {
  const items = STAGES.flatMap((stage, index) => plain(counts[index] ?? 0, stage));
  const kept = keptOf(items, BOTH);
  return STAGES.map((stage) => kept.filter((one) => one.stage === stage).length);
};

test.each([
  { offered: [60, 25, 25], kept: [60, 25, 25] },
  { offered: [1000, 10, 1], kept: [11, 5, 1] },
  { offered: [20, 100, 100], kept: [20, 11, 11] },
  { offered: [60, 25, 0], kept: [60, 25, 0] },
  { offered: [100, 5, 0], kept: [15, 5, 0] },
  { offered: [100, 0, 0], kept: [100, 0, 0] },
  { offered: [1, 1, 1], kept: [1, 1, 1] },
])("of $offered pairs by stage, $kept are kept", ({ offered, kept }) => {
  expect(mixOf(...offered)).toEqual(kept);
});

test("the mix is held only where it is asked for", () => {
  const items = [...plain(30, "self-generation"), ...plain(2, "self-correction")];
  expect(balancePairs(items, LENGTHS).size).toBe(0);
  expect(new Set(balancePairs(items, BOTH).values())).toEqual(new Set(["stage-mix"]));
});

test("holds the pairs that tip the balance most, and only from twenty pairs on", () => {
  const even = plain(19, "self-generation");
  const longer = plain(6, "self-correction", { chosenLength: 190 });
  const config = { lengthBalance: true, stageMix: false };
  const held = balancePairs([...even, ...longer], config);
  expect([...held.values()]).toEqual(Array.from({ length: held.size }, () => "length-balance"));
  expect([...held.keys()].every((id) => id.startsWith("self-correction"))).toBe(true);
  // 2500 / (2500 - 100 n) by hand: (19 * 100 + (6 - n) * 190) / (2500 - 100 n) <= 1.1 from n = 4 on.
  expect(held.size).toBe(4);
  expect(balancePairs([...even.slice(0, 13), ...longer], config).size).toBe(0);
  expect(balancePairs([...even, ...longer], { ...config, lengthBalance: false }).size).toBe(0);
});

test("at most a tenth of the kept pairs rejects a cut solution", () => {
  const items = [
    ...plain(18, "self-generation"),
    ...plain(5, "self-correction", { rejectedTruncated: true }),
  ];
  const held = balancePairs(items, LENGTHS);
  expect([...held.values()]).toEqual(["truncated-share", "truncated-share", "truncated-share"]);
  expect(Object.keys(HOLD_RULES)).toContain("truncated-share");
});

test("a hundred thousand pairs are balanced in one pass, not in a hundred thousand", () => {
  const items = Array.from({ length: 100_000 }, (_, index): BalanceItem => ({
    id: `pair-${String((index * 7919) % 100_000)}`,
    stage: STAGES[index % 3] ?? "self-generation",
    chosenLength: 100 + ((index * 31) % 400),
    rejectedLength: 100 + ((index * 17) % 150),
    rejectedTruncated: index % 7 === 0,
  }));
  const kept = keptOf(items, BOTH);
  expect(Math.abs(balance(kept) - 1)).toBeLessThanOrEqual(0.1);
  expect(kept.length).toBeGreaterThan(25_000);
});
