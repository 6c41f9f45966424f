import * as fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, isSimilar, jaccard, similarity } from "./similarity";

function plainDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const [left, right] = [a.slice(0, -1), b.slice(0, -1)];
  return Math.min(plainDistance(left, right) + same, plainDistance(left, b) + 1, plainDistance(a, right) + 1);
}

test("the edit distance is the textbook's", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(plainDistance(a, b));
      expect(editDistance(b, a)).toBe(editDistance(a, b));
    }),
  );
});

test("a distance that need not be told apart is cut, any other is exact", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
  fc.assert(
    fc.property(text, text, fc.nat(20), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(most + 1, editDistance(a, b)));
    }),
    { numRuns: 2_000 },
  );
});

test("is similar just where the similarity reaches the limit", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
  fc.assert(
    fc.property(text, text, fc.constantFrom(0, 0.5, 0.9, 0.95, 1), (a, b, limit) => {
      expect(isSimilar(a, b, limit)).toBe(similarity(a, b) >= limit);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  { a: "3 + 4 = 7", b: "3+4=7", shared: 1 },
  { a: "a b c d", b: "a b c e", shared: 3 / 5 },
  { a: "", b: "", shared: 1 },
  { a: "x", b: "", shared: 0 },
])("token Jaccard of '$a' and '$b' is $shared", ({ a, b, shared }) => {
  expect(jaccard(a, b)).toBe(shared);
});

test("similarity lies between nothing and all", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
      expect(similarity(a, b)).toBeLessThanOrEqual(1);
      expect(similarity(a, a)).toBe(1);
    }),
  );
  expect(similarity("kitten", "sitting")).toBeCloseTo(4 / 7);
});
