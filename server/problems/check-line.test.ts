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
    ["a NUL", '{"id":"a","problem":"one\\u0000?","answer":"2"}', "problem: holds a character"],
  ])("refuses %s with the field and the reason", (_, text, reason) => {
    expect(reasonOf(text)).toContain(reason);
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
