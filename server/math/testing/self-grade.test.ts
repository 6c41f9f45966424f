import { describe, expect, it } from "vitest";
import { gradeResponse } from "../grade-response";
import { MALFORMED } from "./exceptions";
import { references } from "./references";
import type { Reference } from "./references";

const ALL = references();

/** The ways in which a model states its answer. Dollars inside an answer keep their meaning only outside of dollars. */
const STATEMENTS: Readonly<Record<string, (answer: string) => string>> = {
  boxed: (answer) => `Adding up, we get $\\boxed{${answer}}$.`,
  "in a formula": (answer) =>
    answer.includes("$") ? `The answer is ${answer}.` : `The answer is $${answer}$.`,
  "in prose": (answer) => `We add the parts.\n\nThe final answer is ${answer}.`,
};

function refused({ id, answer }: Reference, state: (answer: string) => string): boolean {
  return MALFORMED[id]?.acceptsItself !== false && gradeResponse(state(answer), answer).verdict !== "correct";
}

describe("every reference answer grades itself correct", () => {
  it.each(Object.entries(STATEMENTS))(
    "%s",
    (_, state) => {
      expect(ALL.length).toBeGreaterThan(300);
      expect(ALL.filter((reference) => refused(reference, state)).map(({ id }) => id)).toEqual([]);
    },
    60_000,
  );

  it("and not with a wrong answer in the box", () => {
    const accepting = ALL.filter(
      ({ answer }) => gradeResponse("So it is \\boxed{-98765432101/7}.", answer).verdict === "correct",
    );
    expect(accepting).toEqual([]);
  }, 60_000);
});
