import { expect, it } from "vitest";
import { lastSide } from "./last-side";

it.each([
  ["x = 5", "5"],
  ["a &= 2 + 3 \\\\ &= 5", "5"],
  ["\\begin{aligned} a &= 1 \\\\ b &= 2 \\end{aligned}", "2"],
  ["v = \\begin{pmatrix} a = 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix} a = 1 \\\\ 2 \\end{pmatrix}"],
  ["\\frac{a=b}{c}", "\\frac{a=b}{c}"],
  ["x + y - 3 = 0", "x + y - 3 = 0"],
  ["1 < x \\le 5", "1 < x \\le 5"],
  ["2^{10} \\equiv 4 \\pmod{10}", "4 \\pmod{10}"],
])("concludes %j with %j", (formula, side) => {
  expect(
    lastSide(formula)
      .text.replace(/^[\s&]+/, "")
      .trim(),
  ).toBe(side);
});
