import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import {
  carriesClaim,
  claim,
  holm,
  mcnemarExact,
  pairedDifference,
  signFlip,
  smallestDetectable,
  transitions,
  type PairedCounts,
} from "../index";

const counts: fc.Arbitrary<PairedCounts> = fc
  .record({ both: fc.nat(300), onlyA: fc.nat(80), onlyB: fc.nat(80), neither: fc.nat(300) })
  .filter(({ both, onlyA, onlyB, neither }) => both + onlyA + onlyB + neither > 0);
const swapped = ({ both, onlyA, onlyB, neither }: PairedCounts): PairedCounts => ({
  both,
  onlyA: onlyB,
  onlyB: onlyA,
  neither,
});
const claimOf = (given: PairedCounts) =>
  claim({
    pAdjusted: mcnemarExact(given.onlyA, given.onlyB),
    interval: pairedDifference(given).interval,
    items: given.both + given.onlyA + given.onlyB + given.neither,
  });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe("two models on the same items", () => {
  it("McNemar is the same whoever comes first, 1 where they are as good, smaller the further apart", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (onlyA, onlyB) => {
        const p = mcnemarExact(onlyA, onlyB);
        expect(p).toBe(mcnemarExact(onlyB, onlyA));
        expect(p > 0 && p <= 1).toBe(true);
        expect(mcnemarExact(onlyA, onlyA)).toBe(1);
        const [fewer, more] = [Math.min(onlyA, onlyB), Math.max(onlyA, onlyB)];
        expect(mcnemarExact(fewer, more + 1)).toBeLessThanOrEqual(p + 1e-12);
      }),
    );
  });

  it("an interval of their difference holds it, turns round with them, and stays in [-1, 1]", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { value, interval } = pairedDifference(given);
        const { low, high } = interval ?? { low: 1, high: -1 };
        expect(low <= (value ?? 2) && (value ?? -2) <= high).toBe(true);
        expect(low >= -1 - 1e-12 && high <= 1 + 1e-12).toBe(true);
        const turned = pairedDifference(swapped(given));
        expect(turned.interval?.low).toBeCloseTo(-high, 12);
        expect(turned.interval?.high).toBeCloseTo(-low, 12);
      }),
    );
  });

  it("Newcombe's interval: complete response before and after, 161 patients (Cavo et al. 2012), -0.1186 to -0.0046", () => {
    const { value, interval } = pairedDifference({ both: 59, onlyA: 16, onlyB: 6, neither: 80 });
    expect([value, interval?.low, interval?.high].map((figure) => figure?.toFixed(4))).toEqual([
      "-0.0621",
      "-0.1186",
      "-0.0046",
    ]);
  });

  it("nothing to compare is unknown", () => {
    expect(pairedDifference({ both: 0, onlyA: 0, onlyB: 0, neither: 0 }).reason).toBe("empty");
    expect(transitions([]).preservation.reason).toBe("empty");
  });

  it("transitions count what changes from A to B, and what is kept", () => {
    const pairs = [
      ...Array.from({ length: 7 }, () => ({ a: true, b: true })),
      { a: true, b: false },
      { a: false, b: true },
      { a: false, b: true },
      { a: false, b: false },
    ];
    const found = transitions(pairs);
    expect(found).toMatchObject({ items: 11, wrongToRight: 2, rightToWrong: 1 });
    expect(found.counts).toEqual({ both: 7, onlyA: 1, onlyB: 2, neither: 1 });
    expect(found.preservation.value).toBe(7 / 8);
  });
});

describe("sign-flip test", () => {
  const eighths = fc.array(fc.integer({ min: -8, max: 8 }), { maxLength: 60 });

  it("is exact for steps of 1/k, whoever comes first, and does not count problems that are alike", () => {
    fc.assert(
      fc.property(eighths, fc.nat(20), (steps, alike) => {
        const differences = steps.map((step) => step / 8);
        const { p, exact } = signFlip(differences, { rng: seededRng("s") });
        expect(exact).toBe(true);
        expect(p > 0 && p <= 1).toBe(true);
        const turned = [...differences.map((step) => -step), ...Array.from({ length: alike }, () => 0)];
        expect(signFlip(turned, { rng: seededRng("s") }).p).toBeCloseTo(p, 12);
      }),
    );
  });

  it("of single answers is McNemar's exact test", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (onlyA, onlyB) => {
        const differences = Array.from({ length: onlyA + onlyB }, (_, at) => (at < onlyA ? -1 : 1));
        expect(signFlip(differences, { rng: seededRng("s") }).p).toBeCloseTo(mcnemarExact(onlyA, onlyB), 10);
      }),
    );
  });

  it("of differences without a common step is drawn, near the exact one, and never 0", () => {
    const steps = [0.5, 0.25, -0.125, 0.75, 0.5, -0.25, 1, 0.375, 0.125, 0.625];
    const exact = signFlip(steps, { rng: seededRng("s") });
    const drawn = signFlip(
      steps.map((step) => step * Math.SQRT1_2),
      { rng: seededRng("s"), rounds: 20_000 },
    );
    expect(drawn.exact).toBe(false);
    // Five standard errors.
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(5 * Math.sqrt((exact.p * (1 - exact.p)) / 20_000));
    const far = signFlip(
      Array.from({ length: 60 }, () => Math.SQRT1_2),
      { rng: seededRng("s"), rounds: 99 },
    );
    expect(far).toEqual({ p: 0.01, exact: false });
  });
});

describe("Holm", () => {
  it("is never below the raw p nor above 1 or Bonferroni, and keeps the order", () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1, maxLength: 8 }), (raw) => {
        const adjusted = holm(raw);
        for (const [at, p] of raw.entries()) {
          expect(adjusted[at]).toBeGreaterThanOrEqual(p);
          expect(adjusted[at]).toBeLessThanOrEqual(Math.min(1, p * raw.length));
          const above = adjusted.filter((_, other) => (raw[other] ?? 0) >= p);
          expect(adjusted[at]).toBe(Math.min(...above));
        }
      }),
    );
  });
});

describe("the smallest difference that items can show", () => {
  it.each([
    ["MATH500", 500, ["5.6", "4.0"]],
    ["GSM8K", 1319, ["3.4", "2.4"]],
    ["OlympiadBench", 675, ["4.8", "3.4"]],
    ["AMC 2023", 40, ["19", "14"]],
    ["AIME 2024", 30, ["22", "16"]],
  ])("%s: as the method has it, at discordance 20%% and 10%%", (_, items, points) => {
    const digits = items < 100 ? 0 : 1;
    const found = [0.2, 0.1].map((discordance) =>
      (100 * smallestDetectable({ items, discordance })).toFixed(digits),
    );
    expect(found).toEqual(points);
  });

  it("falls with items, and grows with power and discordance", () => {
    const asked = { items: 200, discordance: 0.2, power: 0.8 };
    const found = smallestDetectable(asked);
    expect(smallestDetectable({ ...asked, items: 201 })).toBeLessThan(found);
    expect(smallestDetectable({ ...asked, power: 0.9 })).toBeGreaterThan(found);
    expect(smallestDetectable({ ...asked, power: 0.2 })).toBeLessThan(found);
    expect(smallestDetectable({ ...asked, discordance: 0.3 })).toBeGreaterThan(found);
  });
});

describe("what may be said of a difference", () => {
  it.each([30, 40])("%i items never carry a claim, whatever was seen on them", (items) => {
    for (let onlyA = 0; onlyA <= items; onlyA++) {
      for (let onlyB = 0; onlyA + onlyB <= items; onlyB++) {
        const rest = items - onlyA - onlyB;
        const both = Math.floor(rest / 2);
        expect(claimOf({ both, onlyA, onlyB, neither: rest - both })).toBe("too-small-to-tell");
      }
    }
  });

  it("needs 68 items", () => {
    expect([0, 67, 68, 100, 500].map((items) => carriesClaim(items))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it("is real only where the adjusted p and the interval both say so", () => {
    expect(claimOf({ both: 150, onlyA: 12, onlyB: 31, neither: 307 })).toBe("real");
    expect(claimOf({ both: 150, onlyA: 20, onlyB: 23, neither: 307 })).toBe("not-shown");
    const apart = { low: 0.01, high: 0.06 };
    expect(claim({ pAdjusted: 0.06, interval: apart, items: 500 })).toBe("not-shown");
    expect(claim({ pAdjusted: 0.01, interval: { low: -0.01, high: 0.06 }, items: 500 })).toBe("not-shown");
    expect(claim({ pAdjusted: 0.01, interval: { low: -0.06, high: -0.01 }, items: 500 })).toBe("real");
    expect(claim({ pAdjusted: 0.01, interval: null, items: 500 })).toBe("not-shown");
  });
});
