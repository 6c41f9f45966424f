import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsAfter } from "./steps-after";

describe("the steps after a shared prefix", () => {
  it("drops whole steps and keeps the rest of one that is cut through", () => {
    expect(stepsAfter(["Step 1: a\n", "Step 2: b\n", "Step 3: c"], 10)).toEqual(["Step 2: b\n", "Step 3: c"]);
    expect(stepsAfter(["abc", "def"], 4)).toEqual(["ef"]);
    expect(stepsAfter(["abc"], 3)).toEqual([]);
  });

  it("loses no character", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(40), (steps, length) => {
        expect(stepsAfter(steps, length).join("")).toBe(steps.join("").slice(length));
      }),
    );
  });
});
