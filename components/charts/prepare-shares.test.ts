import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareShares } from "./prepare-shares";

const parts = (...values: number[]) => values.map((value, index) => ({ key: String(index), value }));

describe("the parts of a bar", () => {
  it("are shares of the whole", () => {
    expect(prepareShares(parts(1, 3)).map(({ share, width }) => [share, width])).toEqual([
      [0.25, 25],
      [0.75, 75],
    ]);
  });

  it("of nothing are nothing", () => {
    expect(prepareShares(parts(0, 0)).map(({ width }) => width)).toEqual([0, 0]);
    expect(prepareShares(parts(-1, Number.NaN)).map(({ width }) => width)).toEqual([0, 0]);
  });

  it("are all to be seen and fill the bar", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 12 }), (values) => {
        const shares = prepareShares(parts(...values));
        const total = shares.reduce((sum, { width }) => sum + width, 0);
        expect(total).toBeCloseTo(values.some((value) => value > 0) ? 100 : 0);
        expect(shares.every(({ width }, index) => (values[index] === 0 ? width === 0 : width > 0.7))).toBe(
          true,
        );
      }),
    );
  });
});
