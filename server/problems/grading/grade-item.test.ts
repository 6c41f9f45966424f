import { describe, expect, it } from "vitest";
import { GRADER_VERSION } from "@/server/math";
import type { LineGrading } from "../problems.schema";
import { badReferenceOf, gradeItem, gradingOf, referenceOf } from "./grade-item";
import { EVALUATION_GRADER } from "./grader-version";
import { rulesOf, RULES_VERSION } from "./rules";

interface Item {
  readonly source: string;
  readonly id: string;
  readonly answer: string;
  readonly grading?: LineGrading;
}

const verdictOf = ({ source, id, answer, grading }: Item, boxed: string): string =>
  gradeItem(
    { set: { source }, problem: { externalId: id, answer, grading: grading ?? null } },
    `So the answer is \\boxed{${boxed}}.`,
  ).verdict;

const olympiad = (number: number, answer: string): Item => ({
  source: "olympiadbench.jsonl",
  id: `olympiadbench-${number}`,
  answer,
});
const plain = (answer: string): Item => ({ source: "mine.jsonl", id: "a", answer });

describe("the rules of a benchmark", () => {
  it.each([
    ["a tolerance", olympiad(2592, "4.2"), "4.3", "correct"],
    ["... and no further", olympiad(2592, "4.2"), "4.31", "incorrect"],
    ["a percent sign beside a unit kept apart", olympiad(2592, "4.2"), "4.2\\%", "correct"],
    ["no tolerance elsewhere", plain("4.2"), "4.3", "incorrect"],
    ["the unit kept apart", olympiad(2253, "45"), "\\frac{3}{4} \\text{ hours}", "correct"],
    ["another unit of the kind", olympiad(2253, "45"), "45 \\text{ hours}", "incorrect"],
    ["a unit that measures something else", olympiad(2419, "166"), "166 \\text{ cm}^3", "incorrect"],
    ["several answers in any order", olympiad(3, "2,5"), "5,2", "correct"],
    ["two answers with a name each in their order", olympiad(2349, "$221,$8$"), "(221, 8)", "correct"],
    ["... and not in the other", olympiad(2349, "$221,$8$"), "8, 221", "incorrect"],
    ["an interval whose reference had a stray letter", olympiad(2045, "t(0,4]"), "0 < t \\le 4", "correct"],
    [
      "a product whose reference had a stray comma",
      olympiad(2498, "\\frac{1}{2},\\sqrt{x}"),
      "y = \\frac{\\sqrt{x}}{2}",
      "correct",
    ],
    [
      "a reference of a condition in words",
      olympiad(1965, "$f(x)=ax+b$, where ..."),
      "f(x) = ax + b",
      "bad-reference",
    ],
    [
      "an AIME answer with leading zeros",
      { source: "aime24.jsonl", id: "aime24-I-02", answer: "25" },
      "025",
      "correct",
    ],
    [
      "an AIME answer that is nearly whole",
      { source: "aime24.jsonl", id: "aime24-I-02", answer: "204" },
      "204.0001",
      "incorrect",
    ],
    ["what the line says", { ...plain("4.2"), grading: { tolerance: 0.5 } }, "4.6", "correct"],
    [
      "the line against the file",
      { source: "olympiadbench.jsonl", id: "olympiadbench-2592", answer: "4.2", grading: { tolerance: 0.5 } },
      "4.6",
      "correct",
    ],
  ])("know %s", (...[, item, boxed, verdict]) => {
    expect(verdictOf(item, boxed)).toBe(verdict);
  });

  it("are found by file name or by repository", () => {
    expect(rulesOf("AIME24.jsonl").range).toEqual([0, 999]);
    expect(rulesOf("openai/gsm8k@740312add88f")).toBe(rulesOf("gsm8k-train.jsonl"));
    expect(rulesOf("openai/gsm8k-like.jsonl")).toBe(rulesOf("mine.jsonl"));
  });

  it("say of a bad reference why, and what is certain instead", () => {
    const train = { source: "gsm8k-train.jsonl" };
    expect(referenceOf(train, { externalId: "gsm8k-train-0657", answer: "730" })).toBe("07:30");
    expect(badReferenceOf(train, "gsm8k-train-0657")).toBeNull();
    expect(badReferenceOf({ source: "olympiadbench.jsonl" }, "olympiadbench-1965")).toContain(
      "condition in words",
    );
    expect(badReferenceOf({ source: "mine.jsonl" }, "olympiadbench-1965")).toBeNull();
  });

  it("keeps what the file says where the line says something else", () => {
    const grading = gradingOf(
      { source: "olympiadbench.jsonl" },
      { externalId: "olympiadbench-2592", grading: { unit: "%" } },
    );
    expect(grading).toEqual({ unit: "%", tolerance: 0.1 });
  });

  it("correct to references that a right answer meets", () => {
    for (const source of ["gsm8k-train.jsonl", "olympiadbench.jsonl", "math-train.jsonl"]) {
      for (const { externalId, corrected } of rulesOf(source).references) {
        if (corrected === null) continue;
        expect([externalId, verdictOf({ source, id: externalId, answer: "" }, corrected)]).toEqual([
          externalId,
          "correct",
        ]);
      }
    }
  });

  it("are part of what a verdict is stored under", () => {
    expect(EVALUATION_GRADER).toBe(`${GRADER_VERSION}+rules.${RULES_VERSION}`);
  });
});
