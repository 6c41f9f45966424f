import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import {
  clusterBootstrap,
  clusterBootstraps,
  majAtK,
  meanOf,
  pairedBootstrap,
  passAtK,
  wilson,
  type Votes,
} from "./index";

/** Right answers among the answers to a problem. */
const counted = fc
  .integer({ min: 1, max: 256 })
  .chain((samples) => fc.record({ samples: fc.constant(samples), correct: fc.nat(samples) }));
const votes: fc.Arbitrary<Votes> = fc
  .record({
    clusters: fc.array(fc.record({ count: fc.integer({ min: 1, max: 9 }), right: fc.boolean() }), {
      maxLength: 6,
    }),
    silent: fc.nat(4),
  })
  .filter(({ clusters, silent }) => clusters.length + silent > 0);
const sizeOf = ({ clusters, silent }: Votes): number =>
  clusters.reduce((sum, { count }) => sum + count, silent);
const upTo = (most: number): number[] => Array.from({ length: most }, (_, at) => at + 1);
const shares = fc.array(
  fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
  { minLength: 1, maxLength: 40 },
);
const resampling = (seed: string) => ({ rng: seededRng(seed), rounds: 200 });

describe("pass@k", () => {
  it("never falls with k, and is 1 at all answers just where one is right", () => {
    fc.assert(
      fc.property(counted, ({ samples, correct }) => {
        const curve = upTo(samples).map((k) => passAtK(correct, samples, k));
        for (const [at, value] of curve.entries()) expect(value).toBeGreaterThanOrEqual(curve[at - 1] ?? 0);
        expect(curve.at(-1)).toBe(correct > 0 ? 1 : 0);
      }),
    );
  });

  it("at 1 is the share of right answers, so avg@n does not shift as n doubles", () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 20 }), (problems) => {
        const averageOf = (times: number): number | null =>
          meanOf(problems.map(({ correct, samples }) => passAtK(times * correct, times * samples, 1)));
        expect(averageOf(1)).toBeCloseTo(
          meanOf(problems.map(({ correct, samples }) => correct / samples)) ?? -1,
          12,
        );
        expect(averageOf(2)).toBeCloseTo(averageOf(1) ?? -1, 12);
      }),
    );
  });
});

describe("maj@k", () => {
  it("at 1 is the share of right answers; at all answers only the vote itself and its ties decide", () => {
    fc.assert(
      fc.property(votes, (given) => {
        const size = sizeOf(given);
        const [first, last] = majAtK(given, [1, size]);
        const right = given.clusters.reduce((sum, cluster) => sum + (cluster.right ? cluster.count : 0), 0);
        expect(first).toBeCloseTo(right / size, 10);
        const most = Math.max(0, ...given.clusters.map(({ count }) => count));
        const leaders = given.clusters.filter(({ count }) => count === most);
        const share = leaders.filter((cluster) => cluster.right).length / Math.max(1, leaders.length);
        expect(last).toBeCloseTo(share, 10);
      }),
    );
  });

  it("of all right is the chance that an answer votes at all; of all wrong it is 0", () => {
    fc.assert(
      fc.property(votes, (given) => {
        const size = sizeOf(given);
        const ks = upTo(size);
        const all = (right: boolean): Votes => ({
          ...given,
          clusters: given.clusters.map(({ count }) => ({ count, right })),
        });
        expect(majAtK(all(false), ks).every((value) => value === 0)).toBe(true);
        for (const [at, value] of majAtK(all(true), ks).entries())
          expect(value).toBeCloseTo(passAtK(size - given.silent, size, at + 1), 10);
      }),
    );
  });

  it("stays exact for 256 answers", () => {
    const given = {
      clusters: [
        { count: 128, right: true },
        { count: 128, right: false },
      ],
      silent: 0,
    };
    for (const value of majAtK(given, [1, 2, 64, 255, 256])) expect(value).toBeCloseTo(0.5, 10);
  });
});

describe("cluster bootstrap", () => {
  it("holds the mean, stays in the range, and is the same for the same seed", () => {
    fc.assert(
      fc.property(shares, fc.string(), (values, seed) => {
        const { value, interval } = clusterBootstrap(values, resampling(seed));
        const { low, high } = interval ?? { low: 1, high: 0 };
        expect(low).toBeGreaterThanOrEqual(-1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(low - 1e-12 <= (value ?? -1) && (value ?? 2) <= high + 1e-12).toBe(true);
        expect(clusterBootstrap(values, resampling(seed)).interval).toEqual(interval);
      }),
    );
  });

  it.each([1, 5, 30, 500])("of %i problems all right or all wrong is Wilson's, not 100%% ± 0", (problems) => {
    for (const share of [0, 1]) {
      const found = clusterBootstrap(
        upTo(problems).map(() => share),
        resampling("s"),
      );
      const wanted = wilson(share * problems, problems).interval;
      expect(found.interval?.low).toBeCloseTo(wanted?.low ?? -1, 12);
      expect(found.interval?.high).toBeCloseTo(wanted?.high ?? -1, 12);
    }
    const same = clusterBootstrap(
      upTo(problems).map(() => 0.5),
      resampling("s"),
    ).interval;
    expect((same?.high ?? 0) - (same?.low ?? 1)).toBeGreaterThan(0);
  });

  it("does not collapse because one answer of 960 is right", () => {
    const values = upTo(30).map((problem) => (problem === 1 ? 1 / 32 : 0));
    const none = wilson(0, 30).interval?.high ?? 0;
    expect(clusterBootstrap(values, resampling("s")).interval?.high).toBeGreaterThan(0.9 * none);
  });

  it("holds the truth about as often as it says where a weak model solves 1 problem of 20", () => {
    const rng = seededRng("coverage");
    // One of twenty problems is solved at times, as often as a uniform share says: the truth is 0.025.
    const problem = (): number => {
      const share = rng() < 0.05 ? rng() : 0;
      return upTo(32).filter(() => rng() < share).length / 32;
    };
    const held = upTo(200).filter(() => {
      const { interval } = clusterBootstrap(upTo(30).map(problem), { rng, rounds: 200 });
      return interval !== null && interval.low <= 0.025 && 0.025 <= interval.high;
    });
    // Percentiles alone held it in 67% (600 trials): most samples of 30 problems have one solved problem or none.
    expect(held.length / 200).toBeGreaterThan(0.93);
  });

  it("of several figures shares its draws, and a figure weighs as it says", () => {
    const values = [0, 1, 0.5, 0.25, 1];
    const [alone] = clusterBootstraps([{ values }], resampling("s"));
    const [first, weighed, unheard] = clusterBootstraps(
      [{ values }, { values, weights: [2, 1, 0, 0, 1] }, { values, weights: [0, 0, 0, 0, 0] }],
      resampling("s"),
    );
    expect(first).toEqual(alone);
    expect(weighed?.value).toBe(0.5);
    expect(unheard).toEqual({ value: null, interval: null, reason: "empty" });
    expect(clusterBootstrap([], resampling("s")).value).toBeNull();
  });

  it("of differences reaches to both sides of 0 where no problem differs", () => {
    const { value, interval } = pairedBootstrap(
      upTo(30).map(() => 0),
      resampling("s"),
    );
    expect(value).toBe(0);
    expect(interval?.low).toBeCloseTo(-(interval?.high ?? 0), 12);
    expect(interval?.high).toBeCloseTo(wilson(0, 30).interval?.high ?? -1, 12);
  });
});
