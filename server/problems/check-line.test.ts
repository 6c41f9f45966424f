import { describe, expect, it } from "vitest";
import { checkLine } from "./check-line";

const good = { id: "a", problem: "What is 1 + 1?", answer: "2" };
const reasonOf = (text: string): string => {
  const checked = checkLine(text);
  return checked.ok ? "" : checked.reason;
};

describe("checkLine", () => {
  it.each([
    ["a cut line", '{"id": "a", "prob', "not JSON"],
    ["a bare number", "7", "not an object"],
    ["a list", "[]", "not an object"],
    ["no answer", JSON.stringify({ id: "a", problem: "x" }), "answer: is missing."],
    ["an empty statement", JSON.stringify({ ...good, problem: "  " }), "problem: is empty."],
    ["a number as answer", JSON.stringify({ ...good, answer: 2 }), "answer: must be a text in quotes."],
    ["a null level", JSON.stringify({ ...good, level: null }), "level: must be a text in quotes."],
    ["a huge id", JSON.stringify({ ...good, id: "x".repeat(201) }), "id: longer than 200 characters."],
    ["half a surrogate", '{"id":"a","problem":"\\ud800 one?","answer":"2"}', "problem: holds a character"],
    [
      "a tolerance of words",
      JSON.stringify({ ...good, grading: { tolerance: "0.1" } }),
      "grading.tolerance: must be a number.",
    ],
    [
      "a tolerance of nothing",
      JSON.stringify({ ...good, grading: { tolerance: 0 } }),
      "grading.tolerance: must be above 0.",
    ],
    ["an empty unit", JSON.stringify({ ...good, grading: { unit: " " } }), "grading.unit: is empty."],
    [
      "an order that is no yes or no",
      JSON.stringify({ ...good, grading: { orderFree: 1 } }),
      "grading.orderFree: must be true or false.",
    ],
    [
      "a kind that is none",
      JSON.stringify({ ...good, grading: { kind: "word" } }),
      'grading.kind: must be one of "integer", "numeric", "expression".',
    ],
    [
      "a mistyped key",
      JSON.stringify({ ...good, grading: { tolerence: 1 } }),
      'grading: "tolerence" is no key of it; it knows tolerance, unit',
    ],
    [
      "grading that is no object",
      JSON.stringify({ ...good, grading: "strict" }),
      "grading: must be an object with tolerance, unit",
    ],
    ["a NUL", '{"id":"a","problem":"one\\u0000?","answer":"2"}', "problem: holds a character"],
  ])("refuses %s with the field and the reason", (_, text, reason) => {
    expect(reasonOf(text)).toContain(reason);
  });

  it("holds a benchmark to the range of its references", () => {
    const range = [0, 999] as const;
    const checked = (answer: string) => checkLine(JSON.stringify({ ...good, answer }), { range });
    expect(checked("999")).toMatchObject({ ok: true });
    for (const answer of ["1000", "-1", "2.5", "\\frac{1}{2}"])
      expect(checked(answer)).toEqual({ ok: false, reason: "answer: must be a whole number from 0 to 999." });
  });

  it("keeps how a line is to be graded", () => {
    const line = { ...good, grading: { tolerance: 0.1, unit: "cm^2", orderFree: true, kind: "numeric" } };
    expect(checkLine(JSON.stringify(line))).toEqual({ ok: true, problem: line });
  });

  it("names every wrong field of a line", () => {
    expect(reasonOf("{}")).toBe("id: is missing. problem: is missing. answer: is missing.");
  });

  it("keeps texts as they are, trims the ends, and drops unknown keys", () => {
    const line = { ...good, problem: " It costs $3. \\[x\\] \n", note: 1, solution: " as is " };
    expect(checkLine(JSON.stringify(line))).toEqual({
      ok: true,
      problem: { ...good, problem: "It costs $3. \\[x\\]", solution: " as is " },
    });
  });

  it.each(["42", "\\frac{3}{4}", "\\{1, 2\\}", "\\text{Evelyn}", "(3, \\frac{\\pi}{2})", "10{,}000", "-7.5"])(
    "takes the reference answer %s",
    (answer) => {
      expect(checkLine(JSON.stringify({ ...good, answer }))).toMatchObject({ ok: true });
    },
  );

  it.each(["\\frac{1}{", "}{", "\\boxed{}"])("keeps out the reference answer %s", (answer) => {
    expect(reasonOf(JSON.stringify({ ...good, answer }))).toContain("bad-reference");
  });
});
