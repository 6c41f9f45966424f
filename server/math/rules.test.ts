import { expect, it } from "vitest";
import { describeRule, RULE_IDS } from "./rules";

it.each(RULE_IDS)("says %s in plain words", (rule) => {
  expect(describeRule(rule)).toMatch(/^[A-Z].*\.$/);
});

it("describes a compound rule part by part and leaves an unknown one alone", () => {
  expect(describeRule("boxed: exact-value")).toBe(
    "Taken from the last \\boxed{} of the response. Both have exactly the same value.",
  );
  expect(describeRule("from-the-future")).toBe("from-the-future");
});
