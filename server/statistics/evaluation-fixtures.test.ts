import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import found from "./fixtures/evaluation.json";
import {
  clusterBootstraps,
  holm,
  majAtK,
  mcnemarExact,
  pairedDifference,
  passAtK,
  signFlip,
  smallestDetectable,
} from "./index";

/** Error relative to what is wanted, however small that is; infinite for no value. */
function errorOf(value: number | null | undefined, wanted: number): number {
  if (typeof value !== "number") return Infinity;
  return value === wanted ? 0 : Math.abs(value - wanted) / Math.abs(wanted);
}

/** A stream that makes the bootstrap draw every one of the `items` ** `items` resamples once. */
function everyResample(items: number): () => number {
  let draw = 0;
  return () => {
    const round = Math.floor(draw / items);
    const digit = Math.floor(round / items ** (draw % items)) % items;
    draw += 1;
    return (digit + 0.5) / items;
  };
}

describe("against SciPy, statsmodels, NumPy and exact fractions", () => {
  it.each(found.passAtK)("pass@$k of $correct in $samples", ({ correct, samples, k, value }) => {
    expect(errorOf(passAtK(correct, samples, k), value)).toBeLessThan(1e-9);
  });

  it.each(found.majAtK)("maj@$k of $counts, right $rights, silent $silent", (wanted) => {
    const clusters = wanted.counts.map((count, at) => ({ count, right: wanted.rights[at] === true }));
    const [value] = majAtK({ clusters, silent: wanted.silent }, [wanted.k]);
    expect(errorOf(value, wanted.value)).toBeLessThan(1e-9);
  });

  it.each(found.paired)("exact McNemar and Newcombe's interval of $counts", (wanted) => {
    expect(errorOf(mcnemarExact(wanted.counts.onlyA, wanted.counts.onlyB), wanted.p)).toBeLessThan(1e-9);
    const { interval } = pairedDifference(wanted.counts, wanted.confidence);
    expect(errorOf(interval?.low, wanted.low)).toBeLessThan(1e-9);
    expect(errorOf(interval?.high, wanted.high)).toBeLessThan(1e-9);
  });

  it.each(found.holm)("Holm of $p", ({ p, adjusted }) => {
    for (const [index, value] of holm(p).entries())
      expect(errorOf(value, adjusted[index] ?? Number.NaN)).toBeLessThan(1e-9);
  });

  it.each(found.signFlip)("sign-flip test of $differences", ({ differences, p }) => {
    const test = signFlip(differences, { rng: seededRng("unused") });
    expect(test.exact).toBe(true);
    expect(errorOf(test.p, p)).toBeLessThan(1e-9);
  });

  it.each(found.bootstrap)("bootstrap of $values over all resamples", ({ values, weights, low, high }) => {
    const items = values.length;
    const [estimate] = clusterBootstraps([{ values, weights }], {
      rng: everyResample(items),
      rounds: items ** items,
    });
    // The whole range was seen, so nothing is added for the unseen.
    expect(errorOf(estimate?.interval?.low, low)).toBeLessThan(1e-9);
    expect(errorOf(estimate?.interval?.high, high)).toBeLessThan(1e-9);
  });

  it.each(found.detectable)("smallest difference: $items items, $discordance, power $power", (wanted) => {
    const { items, discordance, power, difference } = wanted;
    expect(errorOf(smallestDetectable({ items, discordance, power }), difference)).toBeLessThan(1e-9);
  });
});
