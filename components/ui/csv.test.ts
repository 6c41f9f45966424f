import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("a CSV file", () => {
  it("has the names of the columns, then a line a row", () => {
    expect(
      toCsv([
        { model: "base", score: 0.34, low: null },
        { model: "round 1", score: -0.5, low: 0 },
      ]),
    ).toBe("model,score,low\r\nbase,0.34,\r\nround 1,-0.5,0\r\n");
    expect(toCsv([])).toBe("");
  });

  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["a,b", '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ["two\nlines", '"two\nlines"'],
  ])("writes the text %j so that no spreadsheet runs or splits it", (text, cell) => {
    expect(toCsv([{ text }])).toBe(`text\r\n${cell}\r\n`);
  });

  it("never lets a text begin as a formula", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = toCsv([{ text }]).slice("text\r\n".length);
        expect(cell.replace(/^"/, "")).not.toMatch(/^[=+\-@\t]/);
      }),
    );
  });
});
