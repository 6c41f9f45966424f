import * as fc from "fast-check";
import { expect, test } from "vitest";
import { words } from "../similarity";
import { countNGrams } from "./n-grams";
import { selfBleu as selfBleuOf } from "./self-bleu";
import parity from "./self-bleu.parity.json";

const selfBleu = (texts: readonly (readonly string[])[]) =>
  selfBleuOf(
    countNGrams(texts),
    texts.map(({ length }) => length),
  );

test.each(parity.cases)("equals NLTK: $why", ({ texts, selfBleu: expected }) => {
  expect(selfBleu(texts.map(words))).toBeCloseTo(expected, 12);
});

test("by hand: five words against six of which one is shared", () => {
  const [p1, rest] = [1 / 5, [0.1 / 4, 0.1 / 3, 0.1 / 2]];
  const shorter =
    Math.exp(1 - 6 / 5) * Math.exp((Math.log(p1) + rest.reduce((sum, p) => sum + Math.log(p), 0)) / 4);
  const longer = Math.exp((Math.log(1 / 6) + Math.log(0.1 / 5) + Math.log(0.1 / 4) + Math.log(0.1 / 3)) / 4);
  const texts = ["one two three four five", "one six seven eight nine ten"].map(words);
  expect(selfBleu(texts)).toBeCloseTo((shorter + longer) / 2, 12);
});

test("one text has nothing to be like", () => {
  expect(selfBleu([])).toBeNull();
  expect(selfBleu([["so"]])).toBeNull();
});

test("lies in [0, 1] and does not depend on the order of the texts", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 9 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
      const score = selfBleu(texts) ?? -1;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(selfBleu(texts.toReversed())).toBeCloseTo(score, 12);
    }),
  );
});
