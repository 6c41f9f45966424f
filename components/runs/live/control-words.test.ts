import { describe, expect, it } from "vitest";
import { controlFinding, shareWords } from "./control-words";

const of = (right: number, samples: number) => ({ right, samples });

describe("whether reflecting helped", () => {
  it.each([
    [of(12, 200), of(9, 200), "chance"],
    [of(40, 200), of(9, 200), "better"],
    [of(9, 200), of(40, 200), "worse"],
    [of(0, 200), of(0, 200), "chance"],
    [of(200, 200), of(200, 200), "chance"],
    [of(3, 3), of(0, 3), "better"],
    [of(2, 3), of(0, 3), "chance"],
    [of(1, 10), of(0, 0), "unknown"],
    [of(0, 0), of(1, 10), "unknown"],
  ] as const)("%o against %o: %s", (reflected, resampled, finding) => {
    expect(controlFinding(reflected, resampled)).toBe(finding);
  });

  it("is told with its numbers", () => {
    expect(shareWords(of(12, 200))).toBe("12 of 200 (6.0%)");
    expect(shareWords(of(0, 0))).toBe("0 of 0");
  });
});
