import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareAnswers } from "../compare/compare-answers";
import { extractAnswer } from "../extract/extract-answer";
import { gradeResponse } from "../grade-response";

const leaf = fc.oneof(
  fc.integer({ min: -20, max: 99 }).map((n) => (n < 0 ? `(${n})` : String(n))),
  fc.constantFrom("x", "y", "n", "\\pi", "e", "\\sqrt{2}", "\\frac{1}{3}", "0.25"),
);

/** Small expressions in LaTeX. */
const expression = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => `(${a}+${b})`),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => `${a} \\cdot ${b}`),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => `\\frac{${a}}{${b}}`),
    tie("node").map((a) => `\\sqrt{${a}}`),
    tie("node").map((a) => `(${a})^{2}`),
  ),
})).node;

const fragments = fc.constantFrom(
  "\\boxed{",
  "constructor",
  "valueOf",
  "\\toString",
  "__proto__",
  "}",
  "$",
  "\\frac",
  "12",
  "x",
  "=",
  "\\begin{pmatrix}",
  "&",
  "\\\\",
  ", ",
  " and ",
  "(",
  "]",
  "\\text{cm}",
  "^",
  "_",
  "%",
  "</think>",
  "The answer is ",
  "**",
  "\n",
  "#### ",
  "\\sqrt",
  "\\{",
  "|",
  "-",
  "!",
  ":",
);
const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join("")),
);

describe("properties", () => {
  it("every expression equals itself in other brackets", () => {
    fc.assert(
      fc.property(expression, (text) => {
        // Undefined values, as 1/(x-x), may stay open; they are never called different.
        expect(compareAnswers(text, `\\left[{${text}}\\right]`).equal).not.toBe(false);
        expect(compareAnswers(text, text).equal).toBe(true);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it("equality is symmetric", () => {
    fc.assert(
      fc.property(fc.oneof(expression, noise), fc.oneof(expression, noise), (a, b) => {
        expect(compareAnswers(b, a).equal === true).toBe(compareAnswers(a, b).equal === true);
      }),
      { seed: 4, numRuns: 600 },
    );
  });

  it("adding one always makes a difference", () => {
    fc.assert(
      fc.property(expression, (text) => {
        expect(compareAnswers(text, `${text} + 1`).equal).not.toBe(true);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it("nothing throws, and what is extracted stands where it is said to", () => {
    fc.assert(
      fc.property(noise, noise, (response, reference) => {
        const found = extractAnswer(response);
        expect(
          found === null || (found.start >= 0 && found.start <= found.end && found.end <= response.length),
        ).toBe(true);
        expect(gradeResponse(response, reference).verdict).toMatch(
          /^(?:correct|incorrect|no-answer|unparsable|timeout|bad-reference)$/,
        );
      }),
      { seed: 4, numRuns: 1_500 },
    );
  });
});
