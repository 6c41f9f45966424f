import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import { longestRun } from "./longest-run";
import { bandHashes, jaccard, minHash, mix } from "./min-hash";

const sorted = (members: Iterable<number>): Uint32Array => Uint32Array.from(new Set(members)).toSorted();
const sets = fc.uniqueArray(fc.nat(50), { maxLength: 30 });

/** Two sets of 200 with a given share of members in common. */
function twoSets(share: number, seed: string): [Uint32Array, Uint32Array] {
  const random = seededRng(seed);
  const draw = (): number => mix(Math.floor(random() * 2 ** 32));
  const common = Math.round((400 * share) / (1 + share));
  const both = Array.from({ length: common }, draw);
  const own = (): number[] => Array.from({ length: 200 - common }, draw);
  return [sorted([...both, ...own()]), sorted([...both, ...own()])];
}

describe("Jaccard similarity", () => {
  it("is the share of common members, as sets say it", () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const all = new Set([...a, ...b]).size;
        const both = a.filter((member) => b.includes(member)).length;
        expect(jaccard(sorted(a), sorted(b))).toBe(all === 0 ? 0 : both / all);
      }),
    );
  });
});

describe("MinHash", () => {
  it("does not depend on the order of the members", () => {
    fc.assert(
      fc.property(sets, (members) => {
        expect(minHash(members.toReversed())).toEqual(minHash(members));
      }),
    );
  });

  it.each([0.1, 0.5, 0.9])("estimates a similarity of %d without bias", (share) => {
    let equal = 0;
    let places = 0;
    for (let round = 0; round < 40; round++) {
      const [a, b] = twoSets(share, `${share}/${round}`).map(minHash);
      places += a?.length ?? 0;
      equal += a?.filter((value, place) => value === b?.[place]).length ?? 0;
    }
    // 5,120 places: the estimate is off by more than 0.04 once in many thousand seeds.
    expect(Math.abs(equal / places - share)).toBeLessThan(0.04);
  });

  it("puts sets of half their members in common into one band, each time", () => {
    for (let round = 0; round < 300; round++) {
      const [a, b] = twoSets(0.5, `half/${round}`).map((members) => bandHashes(minHash(members)));
      expect(a?.some((band) => b?.includes(band))).toBe(true);
    }
  });

  it("puts few sets with next to nothing in common into one band", () => {
    const met = Array.from({ length: 200 }, (_, round) => {
      const [a, b] = twoSets(0.02, `far/${round}`).map((members) => bandHashes(minHash(members)));
      return a?.some((band) => b?.includes(band)) ?? false;
    });
    expect(met.filter(Boolean).length).toBeLessThan(30);
  });
});

describe("longestRun", () => {
  it("finds what the plain definition finds", () => {
    const words = fc.array(fc.nat(3), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        let longest = 0;
        for (let i = 0; i < a.length; i++)
          for (let j = 0; j < b.length; j++) {
            let length = 0;
            while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length])
              length++;
            longest = Math.max(longest, length);
          }
        expect(longestRun(Uint32Array.from(a), Uint32Array.from(b))).toBe(longest);
      }),
    );
  });
});
