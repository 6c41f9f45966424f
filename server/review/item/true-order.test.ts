import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIDES } from "../review.schema";
import { hiddenSide, otherSide, toOrder, toSides, verdictOf } from "./true-order";

const side = fc.constantFrom(...SIDES);

describe("sides and the true order", () => {
  it("says the same verdict whichever side the chosen chain stands on", () => {
    fc.assert(
      fc.property(side, (chosenSide) => {
        expect(verdictOf(chosenSide, chosenSide)).toBe("accept");
        expect(verdictOf(otherSide(chosenSide), chosenSide)).toBe("swap");
        for (const choice of ["accept", "reject", "swap", "tie", "skip"] as const) {
          expect(verdictOf(choice, chosenSide)).toBe(choice);
        }
      }),
    );
  });

  it("comes back from sides to order", () => {
    fc.assert(
      fc.property(side, fc.integer(), fc.integer(), (chosenSide, chosen, rejected) => {
        expect(toOrder(toSides({ chosen, rejected }, chosenSide), chosenSide)).toEqual({ chosen, rejected });
        expect(toSides({ chosen, rejected }, chosenSide)[chosenSide]).toBe(chosen);
      }),
    );
  });

  it("hides the order by a fair coin of its own for each person, item and seed", () => {
    const places = Array.from({ length: 4_000 }, (_, at) => ({
      seed: at % 7,
      number: Math.floor(at / 7),
      userId: `user_${at % 3}`,
    }));
    const left = places.filter((place) => hiddenSide(place) === "left").length;
    // Six standard deviations of a fair coin.
    expect(Math.abs(left - 2_000)).toBeLessThan(190);
    const [place] = places;
    if (place === undefined) throw new Error("no place");
    expect(hiddenSide({ ...place })).toBe(hiddenSide(place));
    const agree = (other: Partial<typeof place>) =>
      places.filter((each) => hiddenSide({ ...each, ...other }) === hiddenSide(each)).length;
    for (const other of [{ userId: "somebody" }, { seed: 99 }]) {
      expect(Math.abs(agree(other) - 2_000)).toBeLessThan(190);
    }
  });
});
