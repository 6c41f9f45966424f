import { describe, expect, it } from "vitest";
import { gradeResponse } from "@/server/math";
import { seededRng } from "@/server/foundation/rng";
import { fingerprint } from "../fingerprint";
import { Draw } from "./draw";
import { generateStarter, TEMPLATES } from "./generate-starter";
import { minus, over, plus, ratio, times, write, type Ratio } from "./ratio";

const problems = generateStarter({ seed: 7, count: 600 });

/** Reads what the solution writes, apart from the code that wrote it. */
function readNumber(text: string): Ratio {
  const fraction = /^(-?)\\frac\{(\d+)\}\{(\d+)\}$/.exec(text);
  if (fraction !== null) return ratio(Number(`${fraction[1]}${fraction[2]}`), Number(fraction[3]));
  const [whole = "", decimals = ""] = text.split(".");
  return ratio(Number(whole + decimals), 10 ** decimals.length);
}

const operations: Readonly<Record<string, (a: Ratio, b: Ratio) => Ratio>> = {
  "+": plus,
  "-": minus,
  "\\times": times,
  "\\div": over,
};

describe("generateStarter", () => {
  it("has at least 25 templates with names of their own, for one to four steps", () => {
    expect(new Set(TEMPLATES.map((template) => template.name)).size).toBe(TEMPLATES.length);
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(25);
    const levels = TEMPLATES.map(({ make }) => make(new Draw(seededRng("levels"))).working.steps.length);
    expect(new Set(levels)).toEqual(new Set([1, 2, 3, 4]));
  });

  it("gives the same problems for the same seed, others for another", () => {
    expect(generateStarter({ seed: 7, count: 40 })).toEqual(problems.slice(0, 40));
    expect(generateStarter({ seed: 8, count: 40 })[0]?.problem).not.toBe(problems[0]?.problem);
  });

  it("never asks the same twice", () => {
    expect(new Set(problems.map(({ problem }) => fingerprint(problem))).size).toBe(600);
    expect(new Set(problems.map(({ id }) => id)).size).toBe(600);
  });

  it("can fill the largest set", () => {
    expect(generateStarter({ seed: 3, count: 5_000 })).toHaveLength(5_000);
  });

  it.each(TEMPLATES.map((template) => [template.name, template] as const))(
    "%s: every step calculates right and the last one is the answer",
    (_, template) => {
      for (let round = 0; round < 60; round++) {
        const { working, answer } = template.make(new Draw(seededRng(`${template.name}/${round}`)));
        const values = working.steps.map((step) => {
          const line = /\\\((\S+) (\+|-|\\times|\\div) (\S+) = (\S+)\\\)\.$/.exec(step);
          const [left = "", sign = "", right = "", value = ""] = line?.slice(1) ?? [];
          const calculated = operations[sign]?.(readNumber(left), readNumber(right));
          expect({ step, value: calculated }).toEqual({ step, value: readNumber(value) });
          return readNumber(value);
        });
        expect(values.at(-1)).toEqual(answer);
        expect(answer.n).toBeGreaterThan(0);
      }
    },
  );

  it("says its level by its steps and grades its own solutions correct", () => {
    for (const { level, solution = "", answer, problem } of problems) {
      expect(solution.match(/^Step \d+:/gm)).toHaveLength(Number(level));
      const { verdict } = gradeResponse(solution, answer);
      expect({ problem, solution, verdict }).toEqual({ problem, solution, verdict: "correct" });
    }
  });

  it("writes no number that a person would not", () => {
    const texts = problems.flatMap(({ problem, solution = "" }) => [problem, solution]);
    expect(texts.filter((text) => /undefined|NaN|Infinity|\d\.\d{4}|\b1 hours\b/.test(text))).toEqual([]);
  });
});

describe("write", () => {
  it.each([
    [ratio(6, 3), "decimal", "2"],
    [ratio(5, 4), "decimal", "1.25"],
    [ratio(1, 3), "decimal", "\\frac{1}{3}"],
    [ratio(5, 2), "money", "2.50"],
    [ratio(5, 2), "fraction", "\\frac{5}{2}"],
    [ratio(-1, 2), "fraction", "-\\frac{1}{2}"],
  ] as const)("%o as %s is %s", (value, style, text) => {
    expect(write(value, style)).toBe(text);
  });
});
