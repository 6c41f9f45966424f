import { describe, expect, it } from "vitest";
import { isRunFieldPath, RUN_FIELDS } from "../run-fields";
import { fieldBounds } from "./field-bounds";

describe("bounds of the launch form's numbers", () => {
  it.each([
    ["problemCount", 1, 100_000],
    ["seed", 0, 2_147_483_647],
    ["config.temperature", 0.05, 2],
    ["config.correctionRounds", 1, 4],
    ["config.minMargin", 0, 1],
  ] as const)("%s lies from %d to %d", (path, min, max) => {
    expect(fieldBounds(path)).toEqual({ min, max });
  });

  it("leaves open what the schema leaves open", () => {
    expect(fieldBounds("tokenBudget")).toEqual({ min: 0, max: undefined });
    expect(fieldBounds("name").max).toBeUndefined();
  });

  it.each(
    Object.keys(RUN_FIELDS)
      .filter(isRunFieldPath)
      .filter((path) => "step" in RUN_FIELDS[path]),
  )("%s has a least value", (path) => {
    expect(fieldBounds(path).min).toBeTypeOf("number");
  });
});
