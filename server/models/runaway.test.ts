import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRunaway } from "./runaway";

const solution =
  "Step 1: Natalia sold 48 clips in April and half as many in May, so she sold $48 / 2 = 24$ clips in May.\n\n" +
  "Step 2: Altogether she sold $48 + 24 = 72$ clips in April and May.\n\nStep 3: The answer is $\\boxed{72}$.";

describe("isRunaway", () => {
  it.each([
    ["a repeated sentence", "Let me check that again. ".repeat(20)],
    ["a repeated letter", "a".repeat(240)],
    [
      "a repeated step",
      `${solution}\n\n${"Step 4: The total is therefore 72 clips in all of April and May.\n\n".repeat(4)}`,
    ],
    ["ten thousand brackets", "(".repeat(10_000)],
    [
      "brackets without a pattern",
      Array.from({ length: 400 }, (_, i) => "([{)]}"[(i * i * 7 + (i >> 3)) % 6]).join(""),
    ],
    ["nothing but newlines", "\n".repeat(300)],
    [
      "a long block four times",
      "The quick brown fox jumps over the lazy dog and eats 17 hens of his. ".repeat(3).repeat(4),
    ],
  ])("sees %s", (_, text) => {
    expect(isRunaway(text)).toBe(true);
  });

  it.each([
    ["a solution", solution],
    ["a recurring decimal", `1/3 = 0.${"3".repeat(120)}`],
    ["a short table", "| a | b |\n|---|---|\n| 1 | 2 |\n"],
    ["a sum of ones", `${"1 + ".repeat(40)}1 = 41`],
    ["a loop that has ended", `${"again and again ".repeat(30)}. ${solution}`],
    ["nothing", ""],
  ])("leaves %s alone", (_, text) => {
    expect(isRunaway(text)).toBe(false);
  });

  it("sees any block of up to 200 characters that is repeated often enough", () => {
    const property = fc.property(
      fc.string({ minLength: 1, maxLength: 200 }),
      fc.string(),
      (block, before) => {
        expect(isRunaway(before + block.repeat(Math.ceil(240 / block.length) + 4))).toBe(true);
      },
    );
    fc.assert(property);
  });
});
