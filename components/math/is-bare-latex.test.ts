import { describe, expect, it } from "vitest";
import { isBareLatex } from "./is-bare-latex";

describe("an answer that is LaTeX by itself", () => {
  it.each([
    [String.raw`\frac{1}{2}`, true],
    [String.raw`\left( 3, \frac{\pi}{2} \right)`, true],
    ["x^2 + 1", true],
    ["a_1", true],
    [String.raw`\text{Evelyn}`, true],
    ["18", false],
    ["80,000", false],
    ["Monday", false],
    ["file_name", false],
    ["$x^2$", false],
    [String.raw`\(x\)`, false],
    ["", false],
  ])("%j: %s", (answer, expected) => {
    expect(isBareLatex(answer)).toBe(expected);
  });
});
