import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText } from "./cut-text";

describe("cutting a long text", () => {
  it.each([
    ["short", 10, "short"],
    ["one two three\n\nfour five", 18, "one two three"],
    ["one two three\nfour five", 18, "one two three"],
    ["one two three four", 15, "one two three"],
    ["abcdefghij", 5, "abcde"],
    ["a\n\nbcdefghijklmnop", 12, "a\n\nbcdefghij"],
  ])("%j to %i", (text, limit, expected) => {
    expect(cutText(text, limit)).toBe(expected);
  });

  it("gives a start of the text, within the limit and not much shorter", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, (limit * 2) / 3));
      }),
    );
  });
});
