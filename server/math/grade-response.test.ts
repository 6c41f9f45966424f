import { expect, it } from "vitest";
import { gradeResponse } from "./grade-response";
import { describeRule } from "./rules";
import type { GradeOptions, Verdict } from "./verdict";

type Row = readonly [response: string, reference: string, verdict: Verdict, options?: GradeOptions];

const ROWS: readonly Row[] = [
  ["So \\boxed{\\frac12}.", "0.5", "correct"],
  ["So \\boxed{\\frac13}.", "0.5", "incorrect"],
  ["Let us see. We add and then", "0.5", "no-answer"],
  ["\\boxed{12}", "", "bad-reference"],
  ["\\boxed{12}", "  ", "bad-reference"],
  [`\\boxed{${"(".repeat(500)}}`, "12", "timeout"],
  ["\\boxed{4.25}", "4.2", "incorrect"],
  ["\\boxed{4.25}", "4.2", "correct", { tolerance: 0.1 }],
  ["\\boxed{4.4}", "4.2", "incorrect", { tolerance: 0.1 }],
  ["\\boxed{(2,1)}", "(1,2)", "incorrect"],
  ["\\boxed{(2,1)}", "(1,2)", "correct", { orderFree: true }],
  ["\\boxed{2,1}", "1,2", "correct"],
  ["\\boxed{2,1}", "1,2", "incorrect", { orderFree: false }],
  ["\\boxed{5 \\text{ cm}^2}", "5", "correct", { unit: "cm^2" }],
  ["\\boxed{5 \\text{ cm}^3}", "5", "incorrect", { unit: "cm^2" }],
  ["\\boxed{60 \\text{ minutes}}", "1", "correct", { unit: "hour" }],
  ["\\boxed{5 m}", "5", "correct"],
  ["\\boxed{5 m}", "5", "incorrect", { kind: "expression" }],
  ["\\boxed{5.0000001}", "5", "correct"],
  ["\\boxed{5.0000001}", "5", "incorrect", { kind: "integer" }],
  ["We get 3 + 4 and then 7", "7", "correct", { lastNumber: true }],
];

const GRADES = ROWS.map(([response, reference, verdict, options = {}]) => ({
  response,
  reference,
  verdict,
  options,
}));

it.each(GRADES)(
  "grades $response against $reference as $verdict",
  ({ response, reference, verdict, options }) => {
    expect(gradeResponse(response, reference, options).verdict).toBe(verdict);
  },
);

it("says by which rules it read and decided", () => {
  const { rule, extracted } = gradeResponse("So it is \\boxed{1/2}.", "0.5");
  expect({ rule, extracted }).toEqual({ rule: "boxed: exact-value", extracted: "1/2" });
  expect(describeRule(rule)).not.toContain("exact-value");
});
