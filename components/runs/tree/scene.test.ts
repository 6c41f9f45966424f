import { describe, expect, it } from "vitest";
import { valueColour } from "./palette";
import { lineWidth, VALUE_STEPS, valueStep } from "./scene";

describe("how numbers look", () => {
  it("draws a line wider the more rollouts went through, a quarter of them half as wide", () => {
    const thin = lineWidth(0, 100);
    expect(lineWidth(25, 100) - thin).toBeCloseTo((lineWidth(100, 100) - thin) / 2);
    expect(lineWidth(200, 100)).toBe(lineWidth(100, 100));
    expect(lineWidth(0, 0)).toBe(thin);
  });

  it("puts every value on a step of the scale, ends included", () => {
    expect([0, 0.5, 1, 2, -1].map(valueStep)).toEqual([0, 5, 10, 10, 0]);
  });

  it("goes from the colour of rejected through a neutral one to that of chosen", () => {
    expect(valueColour(0)).toContain("rejected) 100%");
    expect(valueColour((VALUE_STEPS - 1) / 2)).toContain(") 0%");
    expect(valueColour(VALUE_STEPS - 1)).toContain("chosen) 100%");
  });
});
