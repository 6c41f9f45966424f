import { describe, expect, it } from "vitest";
import { cohenKappa, fleissKappa, krippendorffAlpha, observedAgreement, unitsOf, wilson } from "./index";

/** One line a rater, one character a unit; a dot where they gave nothing. Transposed to rows of units. */
function byUnit(...raters: readonly string[]): (string | null)[][] {
  return Array.from(raters[0] ?? "", (_, unit) =>
    raters.map((line) => (line.charAt(unit) === "." ? null : line.charAt(unit))),
  );
}

/** Fleiss (1971), table 1: one line a patient, the categories that the six psychiatrists gave. */
const DIAGNOSES =
  "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 " +
  "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555";

describe("against published worked examples", () => {
  it("Cohen's kappa: the example of Cohen (1968), 200 patients, kappa 0.492", () => {
    const table = [
      [88, 10, 2],
      [14, 40, 6],
      [18, 10, 12],
    ];
    expect(cohenKappa(table).value).toBeCloseTo(0.29 / 0.59, 12);
    expect(cohenKappa(table).value?.toFixed(3)).toBe("0.492");
  });

  it("Fleiss' kappa: ten subjects, fourteen raters, kappa 0.210", () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const units = counts.map((row) => ({ counts: row, times: 1 }));
    expect(fleissKappa(units).value?.toFixed(3)).toBe("0.210");
    expect(observedAgreement(units).value?.toFixed(3)).toBe("0.378");
  });

  it("Fleiss' kappa: thirty patients, six psychiatrists (Fleiss 1971), kappa 0.430", () => {
    const units = unitsOf(
      DIAGNOSES.split(" ").map((row) => Array.from(row)),
      Array.from("12345"),
    );
    expect(fleissKappa(units).value?.toFixed(3)).toBe("0.430");
  });

  it.each([
    ["A, two observers, two categories", ["0100000010", "1110010000"], "0.095"],
    ["B, two observers, five categories", ["aabbdcccedda", "babbbccceddd"], "0.692"],
    [
      "C, four observers, missing data",
      ["123321412...", "1233224125.3", ".3332342251.", "12332441251."],
      "0.743",
    ],
    ["three coders, fifteen units", [".....34121133.3", "1.213343.......", "..21344.21133.4"], "0.691"],
  ])("Krippendorff's alpha (Krippendorff 2011): %s", (_, raters, alpha) => {
    const rows = byUnit(...raters);
    expect(krippendorffAlpha(unitsOf(rows, Array.from("012345abcde"))).value?.toFixed(3)).toBe(alpha);
  });

  it("Wilson's interval: 81 of 263 (Newcombe 1998, table 1), and 0 of 20", () => {
    const { interval } = wilson(81, 263);
    expect([interval?.low.toFixed(4), interval?.high.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
    expect(wilson(0, 20).interval?.high.toFixed(4)).toBe("0.1611");
  });
});
