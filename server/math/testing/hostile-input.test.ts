import { cpuUsage } from "node:process";
import { describe, expect, it } from "vitest";
import { compareAnswers } from "../compare/compare-answers";
import { extractAnswer } from "../extract/extract-answer";
import { gradeResponse } from "../grade-response";

/** Milliseconds of processor time: the wall clock of a busy machine says nothing about the work. */
const MOST = 50;

const HOSTILE: Readonly<Record<string, string>> = {
  "a tower of powers": "2^(2^(2^49))",
  "a taller tower": `2${"^2".repeat(2_000)}`,
  "a factorial of a factorial": "(700!)!",
  "many factorials": `5${"!".repeat(2_000)}`,
  "a long sum": "\\sum_{i=1}^{10^8} i",
  "3,000 brackets": `${"(".repeat(3_000)}1${")".repeat(3_000)}`,
  "3,000 roots": `${"\\sqrt{".repeat(3_000)}2${"}".repeat(3_000)}`,
  "unclosed brackets": "[".repeat(5_000),
  "a deep continued fraction": `${"\\frac{1}{1+".repeat(500)}x${"}".repeat(500)}`,
  "50,000 digits": "9".repeat(50_000),
  "50,000 decimals": `0.${"7".repeat(50_000)}`,
  "a fraction of long numbers": `\\frac{${"9".repeat(3_000)}}{${"7".repeat(3_001)}}`,
  "lone surrogates": "\ud800 5 \udfff\ud800",
  "megabytes of spaces": `${" ".repeat(1_500_000)}5${" ".repeat(1_500_000)}`,
  "spaces in the middle": `5${" ".repeat(50_000)}x`,
  "dots and a letter": `${".".repeat(50_000)}x`,
  "a large expansion": "(x+y+z+w+1)^{12}(a+b+c+d)^{12}",
  "nested powers": "((((x+1)^{99})^{99})^{99})^{99}",
  "a huge power": "(2/3)^{123456789123456789}",
  "5,000 signs": `${"-".repeat(5_000)}1`,
  "200 roots": Array.from({ length: 200 }, (_, at) => `\\sqrt{${at + 2}}`).join("+"),
  "60 factors": Array.from({ length: 60 }, (_, at) => `(1+\\sqrt{${at + 2}})`).join(""),
  "3,000 items": Array.from({ length: 3_000 }, (_, at) => at).join(", "),
  "a wide matrix": `\\begin{pmatrix}${"1&".repeat(3_000)}\\end{pmatrix}`,
  "3,000 bars": "|".repeat(3_000),
  "a large binomial": "\\binom{100000}{50000}",
  "50,000 letters": "a".repeat(50_000),
  "50,000 backslashes": "\\".repeat(50_000),
  "50,000 dollars": "$".repeat(50_000),
  "a huge exponent": "1e99999",
  "zero-width characters": `${"\u200b".repeat(50_000)}5`,
  "nested exponentials": "e^{e^{e^{e^{10}}}}",
  "200,000 lines": "\n".repeat(200_000) + "x",
  "30,000 boxes": "\\boxed{".repeat(30_000),
  "many answers": `the answer is ${"\\(".repeat(900)}\n`.repeat(100),
  "many headings": "#### a\n".repeat(30_000),
};

function cpuTime(run: () => unknown): number {
  const before = cpuUsage();
  run();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1_000;
}

/** The better of two runs, so that compiling and collecting are not counted. */
function steadyTime(run: () => unknown): number {
  const first = cpuTime(run);
  return first < MOST ? first : Math.min(first, cpuTime(run), cpuTime(run));
}

describe("hostile input", () => {
  it.each(Object.entries(HOSTILE))("%s ends soon and without an exception", (_, text) => {
    expect(steadyTime(() => compareAnswers("5", text))).toBeLessThan(MOST);
    expect(steadyTime(() => compareAnswers(text, `{}${text} + 0`))).toBeLessThan(MOST);
    expect(steadyTime(() => extractAnswer(text))).toBeLessThan(MOST);
    expect(steadyTime(() => gradeResponse(`The answer is \\boxed{${text}`, "\\frac{1}{2}"))).toBeLessThan(
      MOST,
    );
  });

  it("says that it ran out instead of guessing", () => {
    expect(compareAnswers("5", `${"(".repeat(3_000)}5${")".repeat(3_000)}`)).toEqual({
      equal: "undecided",
      reason: "out-of-budget",
    });
    expect(gradeResponse(`\\boxed{${"-".repeat(5_000)}5}`, "5").verdict).toBe("timeout");
  });

  it("compares a long number exactly all the same", () => {
    const digits = "9".repeat(50_000);
    expect(compareAnswers(digits, `${digits}.0`)).toMatchObject({ equal: true });
    expect(compareAnswers(digits, `${digits.slice(1)}8`)).toMatchObject({ equal: false });
  });
});
