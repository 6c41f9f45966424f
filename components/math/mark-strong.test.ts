import { describe, expect, it } from "vitest";
import { markStrong } from "./mark-strong";
import { parseMathText } from "./parse-math-text";

function shown(text: string): string {
  return markStrong(parseMathText(text))
    .map((piece) => {
      const inner = piece.kind === "text" ? piece.text : piece.raw;
      return piece.strong ? `<b>${inner}</b>` : inner;
    })
    .join("");
}

describe("bold", () => {
  it.each([
    ["**Step 1:** add", "<b>Step 1:</b> add"],
    ["**a** and **b**", "<b>a</b> and <b>b</b>"],
    ["**The answer is $5$.**", "<b>The answer is </b><b>$5$</b><b>.</b>"],
    ["2**3 = 8 and 3**2 = 9", "2**3 = 8 and 3**2 = 9"],
    ["** not bold **", "** not bold **"],
    ["**open", "**open"],
    ["**not\n\nacross paragraphs**", "**not\n\nacross paragraphs**"],
    ["**one **two** three", "**one <b>two</b> three"],
    ["a *** b", "a *** b"],
    ["plain", "plain"],
  ])("%j is %j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
