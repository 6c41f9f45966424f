import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import found from "./fixtures/agreement.json";
import {
  cohenKappa,
  confusion,
  fleissKappa,
  krippendorffAlpha,
  quantiles,
  testOfHalf,
  unitsOf,
  wilson,
} from "./index";
import { normalQuantile, upperTail } from "./normal";

const upTo = (count: number): number[] => Array.from({ length: count }, (_, category) => category);

/** Error relative to what is wanted, or absolute where that is below 1; infinite for no value. */
function errorOf(value: number | null | undefined, wanted: number): number {
  return typeof value === "number" ? Math.abs(value - wanted) / Math.max(1, Math.abs(wanted)) : Infinity;
}

describe("against statsmodels, krippendorff, scikit-learn, SciPy and NumPy", () => {
  it.each(found.cohen)("Cohen's kappa, its error and interval: $categories categories", (wanted) => {
    const table = confusion(wanted.first, wanted.second, upTo(wanted.categories));
    expect(table).toEqual(wanted.table);
    const kappa = cohenKappa(table);
    expect(errorOf(kappa.value, wanted.kappa)).toBeLessThan(1e-9);
    expect(errorOf(kappa.standardError, wanted.standardError)).toBeLessThan(1e-9);
    expect(errorOf(kappa.interval?.low, wanted.low)).toBeLessThan(1e-9);
    expect(errorOf(kappa.interval?.high, Math.min(1, wanted.high))).toBeLessThan(1e-9);
  });

  it.each(found.fleiss)("Fleiss' kappa: $categories categories", ({ rows, categories, kappa }) => {
    expect(errorOf(fleissKappa(unitsOf(rows, upTo(categories))).value, kappa)).toBeLessThan(1e-9);
  });

  it.each(found.alpha)("Krippendorff's alpha: $alpha", ({ rows, categories, alpha, resampled }) => {
    const units = unitsOf(rows, upTo(categories));
    expect(errorOf(krippendorffAlpha(units).value, alpha)).toBeLessThan(1e-9);
    const { interval } = krippendorffAlpha(units, { rng: seededRng("fixture"), rounds: 4000 });
    const width = (resampled[1] ?? 0) - (resampled[0] ?? 0);
    expect(Math.abs((interval?.low ?? 0) - (resampled[0] ?? 0))).toBeLessThan(0.12 * width);
    expect(Math.abs((interval?.high ?? 0) - (resampled[1] ?? 0))).toBeLessThan(0.12 * width);
  });

  it.each(found.wilson)("Wilson: $successes of $trials at $confidence", (wanted) => {
    const { interval } = wilson(wanted.successes, wanted.trials, wanted.confidence);
    expect(errorOf(interval?.low, wanted.low)).toBeLessThan(1e-9);
    expect(errorOf(interval?.high, wanted.high)).toBeLessThan(1e-9);
    expect(errorOf(testOfHalf(wanted.successes, wanted.trials), wanted.half)).toBeLessThan(1e-9);
  });

  it.each(found.normal)("normal quantile at $p", ({ p, z }) => {
    expect(errorOf(normalQuantile(p), z)).toBeLessThan(1e-12);
  });

  it.each(found.tail)("normal tail above $z", ({ z, above }) => {
    expect(upperTail(z) / above).toBeCloseTo(1, 12);
  });

  it.each(found.quantiles.found)("quantile $p", ({ p, value }) => {
    expect(errorOf(quantiles(found.quantiles.values, [p])?.[0], value)).toBeLessThan(1e-12);
  });
});
