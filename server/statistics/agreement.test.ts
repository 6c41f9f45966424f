import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import {
  cohenKappa,
  commonestRaters,
  confusion,
  fleissKappa,
  krippendorffAlpha,
  observedAgreement,
  quantiles,
  testOfHalf,
  unitsOf,
  wilson,
} from "./index";

const CATEGORIES = ["a", "b", "c", "d"] as const;
const rating = fc.option(fc.constantFrom(...CATEGORIES), { freq: 4 });
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((raters) => fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { maxLength: 25 }));
const full = fc.integer({ min: 2, max: 5 }).chain((raters) =>
  fc.array(fc.array(fc.constantFrom(...CATEGORIES), { minLength: raters, maxLength: raters }), {
    minLength: 2,
    maxLength: 25,
  }),
);
const tables = fc.array(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });

function reason(given: readonly (readonly ("a" | "b" | null)[])[]) {
  return fleissKappa(unitsOf(given, CATEGORIES)).reason;
}

/** Both unknown, or as good as equal. */
function alike(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-10;
}

describe("what cannot be computed says why", () => {
  it.each([
    ["nothing", [], "no-overlap"],
    ["one rater", [["a"], ["b"]], "no-overlap"],
    [
      "no unit of two",
      [
        ["a", null],
        [null, "b"],
      ],
      "no-overlap",
    ],
    [
      "one category",
      [
        ["a", "a"],
        ["a", "a"],
      ],
      "one-category",
    ],
  ] as const)("alpha of %s", (_, given, why) => {
    expect(krippendorffAlpha(unitsOf(given, CATEGORIES))).toEqual({
      value: null,
      interval: null,
      reason: why,
    });
  });

  it("Fleiss' kappa of nothing, of one rater, of one category, of unequal numbers of raters", () => {
    expect(reason([])).toBe("empty");
    expect(reason([["a"], ["b"]])).toBe("no-overlap");
    expect(reason([["a", "a"]])).toBe("one-category");
    expect(
      reason([
        ["a", "a", "b"],
        ["a", "b", null],
      ]),
    ).toBe("unequal-raters");
  });

  it("Cohen's kappa of nothing and of one category", () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ value: null, reason: "no-overlap" });
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toMatchObject({ value: null, reason: "one-category" });
    // Each always the same, but not the same as the other: that is no agreement, and is known.
    expect(
      cohenKappa([
        [0, 7],
        [0, 0],
      ]).value,
    ).toBe(0);
  });

  it("rates and quantiles of nothing", () => {
    expect(wilson(0, 0)).toMatchObject({ value: null, reason: "empty" });
    expect(testOfHalf(0, 0)).toBeNull();
    expect(quantiles([], [0.5])).toBeNull();
  });

  it("agreement of one category is still agreement", () => {
    expect(observedAgreement(unitsOf([["a", "a"]], CATEGORIES)).value).toBe(1);
  });
});

describe("agreement", () => {
  it("is never NaN, and at most 1", () => {
    fc.assert(
      fc.property(rows, tables, (given, table) => {
        const units = unitsOf(given, CATEGORIES);
        const resampling = { rng: seededRng("x"), rounds: 20 };
        for (const estimate of [
          krippendorffAlpha(units, resampling),
          observedAgreement(units, resampling),
          fleissKappa(commonestRaters(units).units, resampling),
          cohenKappa(table),
        ]) {
          if (estimate.value === null) continue;
          expect(estimate.value).toBeLessThanOrEqual(1 + 1e-12);
          expect(Number.isFinite(estimate.value)).toBe(true);
          expect(estimate.interval?.low).toBeLessThanOrEqual((estimate.interval?.high ?? Number.NaN) + 1e-12);
        }
      }),
    );
  });

  it("does not depend on the order of raters, units and categories", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const turned = given.map((row) => row.toReversed()).toReversed();
        const one = unitsOf(given, CATEGORIES);
        const other = unitsOf(turned, CATEGORIES.toReversed());
        for (const statistic of [krippendorffAlpha, observedAgreement]) {
          expect(alike(statistic(one).value, statistic(other).value)).toBe(true);
        }
      }),
    );
  });

  it("of two raters by Cohen is the same whoever comes first", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const turned = table.map((_, row) => table.map((line) => line[row] ?? 0));
        const [one, other] = [cohenKappa(table), cohenKappa(turned)];
        expect(other.value ?? 0).toBeCloseTo(one.value ?? 0, 10);
        expect(other.standardError ?? 0).toBeCloseTo(one.standardError ?? 0, 10);
      }),
    );
  });

  it("is 1 where all agree on more than one category", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CATEGORIES), { minLength: 2 }), (said) => {
        fc.pre(new Set(said).size > 1);
        const units = unitsOf(
          said.map((category) => [category, category, category]),
          CATEGORIES,
        );
        expect(krippendorffAlpha(units).value).toBeCloseTo(1, 12);
        expect(fleissKappa(units).value).toBeCloseTo(1, 12);
        expect(observedAgreement(units).value).toBe(1);
        expect(cohenKappa(confusion(said, said, CATEGORIES)).value).toBeCloseTo(1, 12);
      }),
    );
  });

  it("by Krippendorff nears that by Fleiss as units grow, and is Scott's pi with n - 1 for two raters", () => {
    fc.assert(
      fc.property(full, (given) => {
        const units = unitsOf(given, CATEGORIES);
        const [alpha, kappa] = [krippendorffAlpha(units).value, fleissKappa(units).value];
        if (alpha === null || kappa === null) return;
        const n = given.length * (given[0]?.length ?? 0);
        // alpha = 1 - (1 - kappa)(n - 1) / n for complete data (Krippendorff 2004).
        expect(alpha).toBeCloseTo(1 - ((1 - kappa) * (n - 1)) / n, 10);
      }),
    );
  });
});

describe("intervals", () => {
  it("by resampling are the same for the same seed, and narrower with more units", () => {
    const few = unitsOf(
      [
        ["a", "a"],
        ["a", "b"],
        ["b", "b"],
        ["c", "c"],
      ],
      CATEGORIES,
    );
    const many = few.map((unit) => ({ ...unit, times: unit.times * 1000 }));
    const interval = (units: typeof few) => krippendorffAlpha(units, { rng: seededRng("s") }).interval;
    const width = (units: typeof few) => (interval(units)?.high ?? 0) - (interval(units)?.low ?? 0);
    expect(interval(few)).toEqual(interval(few));
    expect(width(many)).toBeLessThan(width(few) / 10);
  });

  it("by Wilson hold the share and stay in [0, 1]; p is below 0.05 just where one half is outside", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, share) => {
          const successes = Math.round(trials * share);
          const { value, interval } = wilson(successes, trials);
          const { low, high } = interval ?? { low: 1, high: 0 };
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low <= (value ?? -1) && (value ?? 2) <= high).toBe(true);
          const outside = low > 0.5 || high < 0.5;
          expect((testOfHalf(successes, trials) ?? 1) < 0.05).toBe(outside);
        },
      ),
    );
  });
});
