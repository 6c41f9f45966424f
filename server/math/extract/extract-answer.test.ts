import { describe, expect, it } from "vitest";
import { EXTRACTIONS } from "../cases/extractions";
import { compareAnswers } from "../compare/compare-answers";
import { extractAnswer } from "./extract-answer";

const STATED = EXTRACTIONS.filter(([, answer]) => answer !== null);
const UNSTATED = EXTRACTIONS.filter(([, answer]) => answer === null);

describe("extractAnswer", () => {
  it.each(STATED)("reads %j as %j", (response, answer) => {
    expect(compareAnswers(answer ?? "", extractAnswer(response)?.answer ?? "")).toMatchObject({
      equal: true,
    });
  });

  it.each(UNSTATED)("finds no answer in %j", (response) => {
    expect(extractAnswer(response)).toBeNull();
  });

  it.each(STATED)("says where in %j it read", (response) => {
    const found = extractAnswer(response);
    expect(found).not.toBeNull();
    expect(response.slice(found?.start, found?.end).trim()).not.toBe("");
  });

  it("takes the last number only where it is asked to", () => {
    const working = "Step 1: We add 3 and 4 to get 7.\nStep 2: Now we need to multiply by 5 and then";
    expect(extractAnswer(working)).toBeNull();
    expect(extractAnswer(working, { lastNumber: true })).toMatchObject({ answer: "5", rule: "last-number" });
  });

  it("reads after the thinking even where the thinking is boxed", () => {
    expect(extractAnswer("<think>\\boxed{1}</think>\nThe answer is 2.")).toMatchObject({
      answer: "2",
      rule: "answer-phrase",
    });
  });
});
