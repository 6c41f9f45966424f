import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDifference, type DifferenceRun } from "./word-difference";

const marked = (runs: readonly DifferenceRun[]): string =>
  runs
    .map(({ changed, tokens }) => {
      const text = tokens.map(({ raw }) => raw).join("");
      return changed ? `[${text}]` : text;
    })
    .join("");
const all = (runs: readonly DifferenceRun[]): string =>
  runs.flatMap(({ tokens }) => tokens.map(({ raw }) => raw)).join("");
const both = (a: string, b: string, parse = true): [string, string] => {
  const difference = wordDifference(a, b, { parse });
  return [marked(difference.a), marked(difference.b)];
};

describe("what differs between two steps", () => {
  it.each([
    ["has 12 apples", "has 13 apples", "has [12] apples", "has [13] apples"],
    ["costs $1,250.50.", "costs $1,250.", "costs [$1,250.50].", "costs [$1,250]."],
    ["so $3+4=7$ holds", "so $3+4=8$ holds", "so [$3+4=7$] holds", "so [$3+4=8$] holds"],
    ["twenty-two red figs", "twenty-two old pears", "twenty-two [red figs]", "twenty-two [old pears]"],
    ["it is 5", "nothing at all alike", "it is 5", "nothing at all alike"],
    ["same", "same", "same", "same"],
    ["", "new", "", "new"],
  ])("%j against %j", (...[a, b, left, right]) => {
    expect(both(a, b)).toEqual([left, right]);
  });

  it("goes into a formula when the raw text is asked for", () => {
    expect(both("$3+4=7$", "$3+4=8$", false)).toEqual(["$3+4=[7]$", "$3+4=[8]$"]);
    expect(both(String.raw`$\frac{1}{2}$`, String.raw`$\sqrt{1}{2}$`, false)).toEqual([
      String.raw`$[\frac]{1}{2}$`,
      String.raw`$[\sqrt]{1}{2}$`,
    ]);
  });

  it("loses no character of either side", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a-c $\\{}1-3]*$/));
    fc.assert(
      fc.property(text, text, fc.boolean(), (a, b, parse) => {
        const difference = wordDifference(a, b, { parse });
        expect([all(difference.a), all(difference.b)]).toEqual([a, b]);
      }),
    );
  });

  it("does not compare texts that are too long", () => {
    const long = "word ".repeat(5_000);
    const { a, b } = wordDifference(long, `${long}more`, { parse: true });
    expect([a.length, a[0]?.changed, b.length]).toEqual([1, false, 1]);
  });
});
