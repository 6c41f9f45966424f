import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareText } from "./prepare-text";
import { readWords } from "./words";

const keyOf = (statement: string): string => prepareText({ id: "x", statement }).key;
const wordsOf = (statement: string): readonly string[] => readWords(statement).sentences.flat();

describe("what is compared of a statement", () => {
  it.each([
    ["spacing", "What is $2+3$?", "What  is $ 2 + 3 $ ?"],
    ["case and full stops", "Find x. Then stop", "find X.  THEN stop."],
    ["dollars and brackets", "Let $f(x)=2$.", "Let \\(f(x)=2\\)."],
    ["display fractions", "Compute $\\dfrac{1}{2}$.", "Compute \\[\\frac12.\\]"],
    ["sized brackets", "Find $\\left( 3, 4 \\right)$.", "Find $(3,4)$."],
    ["relations", "Let $x \\le 3$ and $y \\geqslant 2$.", "Let $x \\leq 3$ and $y\\ge2$."],
    ["thousands", "It costs $1,250$ dollars.", "It costs 1250 dollars"],
    ["LaTeX thousands", "It costs $1{,}250$ dollars.", "It costs $1,\\!250$ dollars."],
    ["degrees", "Find $\\sin 60^\\circ$.", "Find \\(\\sin 60^{\\circ}\\)."],
    ["words in formulas", "$a \\text{ and } b$", "$a$ and $b$"],
    ["dashes and quotes", "Ann’s share – all", "Ann's share - all"],
    ["environments", "\\begin{align*} x &= 1 \\\\ y &= 2 \\end{align*}", "$x = 1$ $y = 2$"],
  ])("does not see %s", (_, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ["a number", "What is $2+3$?", "What is $2+4$?"],
    ["a sign", "Compute $a-b$.", "Compute $a+b$."],
    ["a relation", "Let $x < 3$.", "Let $x > 3$."],
    ["a decimal point", "It is 1.5", "It is 15"],
    ["a factorial", "Compute $5! + 1$.", "Compute $5 + 1$."],
    ["a drawing", "Find it. [asy] draw((0,0)--(1,1)); [/asy]", "Find it. [asy] draw((0,0)--(2,1)); [/asy]"],
  ])("sees %s", (_, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it("takes words, numbers, variables and commands, and no drawing code", () => {
    expect(wordsOf("Find $\\sqrt{x_1}$, to 2.5. [asy] size(3); [/asy]")).toEqual([
      "find",
      "sqrt",
      "x",
      "1",
      "to",
      "2.5",
    ]);
  });

  it("takes each sign of a script without spaces for a word", () => {
    expect(wordsOf("求x的值")).toEqual(["求", "x", "的", "值"]);
  });

  it("reads any text, and the same text the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(keyOf(text)).toBe(keyOf(text));
      }),
    );
  });
});
