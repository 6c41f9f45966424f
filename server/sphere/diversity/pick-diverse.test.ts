import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chainOf } from "../testing/chain-of";
import { operationSignature, signatureDistance } from "./operation-signature";
import { pickDiverse } from "./pick-diverse";

const ADDING = "We add 3 + 4 = 7 here.";
const ALSO_ADDING = "Here too 3 + 4 = 7 is added.";
const TAKING = "We take 9 - 1 = 8 instead.";
const pick = (texts: readonly string[], count: number, quality: (text: string) => number = () => 1) =>
  pickDiverse(
    texts.map((text) => chainOf(text)),
    count,
    ({ text }) => quality(text),
  ).map(({ text }) => text);

test("of equally good chains the second computes otherwise than the first", () => {
  expect(pick([ADDING, ALSO_ADDING, TAKING], 2)).toEqual([TAKING, ADDING]);
});

test("quality weighs more than distance", () => {
  const quality = (text: string) => (text === TAKING ? 0.4 : 1);
  expect(pick([ADDING, ALSO_ADDING, TAKING], 2, quality)).toEqual([ADDING, ALSO_ADDING]);
});

const byLength = (text: string) => (text.length % 5) / 4;

test("each pick maximises 0.7 quality + 0.3 distance to the nearest picked", () => {
  const sum = fc.constantFrom("1 + 1 = 2", "2 * 3 = 6", "9 - 4 = 5", "8 / 2 = 4");
  const text = fc.array(sum, { minLength: 1, maxLength: 4 }).map((sums) => sums.join(", then "));
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 6 }), (texts) => {
      const picked = pick(texts, texts.length, byLength);
      expect(picked.toSorted()).toEqual(texts.toSorted());
      for (const [index, one] of picked.entries()) {
        if (index === 0) continue;
        const score = (candidate: string) => {
          const distances = picked
            .slice(0, index)
            .map((other) => signatureDistance(operationSignature(candidate), operationSignature(other)));
          return 0.7 * byLength(candidate) + 0.3 * Math.min(...distances);
        };
        const best = Math.max(...picked.slice(index).map(score));
        expect(score(one)).toBeCloseTo(best);
      }
    }),
  );
});
