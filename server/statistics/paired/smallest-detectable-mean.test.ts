import { expect, it } from "vitest";
import { smallestDetectable } from "./smallest-detectable";
import { deviationOf, smallestDetectableMean } from "./smallest-detectable-mean";

it("is that of the z-test: 2.8016 standard errors", () => {
  expect(smallestDetectableMean({ items: 400, deviation: 0.5 })).toBeCloseTo((2.80158 * 0.5) / 20, 5);
});

it("agrees with McNemar's of one answer each, up to the variance under the difference itself", () => {
  const [items, discordance] = [1319, 0.2];
  const deviation = Math.sqrt(discordance);
  expect(smallestDetectableMean({ items, deviation })).toBeCloseTo(
    smallestDetectable({ items, discordance }),
    3,
  );
});

it.each([
  [[], null],
  [[3], null],
  [[2, 2, 2], 0],
  [[1, 2, 3, 4], 1.2909944487358056],
])("the deviation of %j is %s", (values, deviation) => {
  expect(deviationOf(values)).toEqual(deviation);
});
