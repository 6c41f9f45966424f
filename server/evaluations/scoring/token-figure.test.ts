import { describe, expect, it } from "vitest";
import type { AnswerResult } from "./item-answers";
import { tokenFigure } from "./token-figure";

const answer = (tokens: number): AnswerResult => ({
  correct: true,
  extracted: "1",
  noAnswer: false,
  truncated: false,
  tokens,
});
const items = (...tokens: (readonly number[])[]) => tokens.map((own) => own.map(answer));

describe("mean tokens of an answer", () => {
  it("with one answer an item has the interval of a mean", () => {
    // Mean 200, standard deviation 100: 1.96 * 100 / sqrt(3).
    const figure = tokenFigure(items([100], [200], [300]));
    expect(figure.value).toBe(200);
    expect(figure.low).toBeCloseTo(200 - 113.1586, 3);
    expect(figure.high).toBeCloseTo(200 + 113.1586, 3);
  });

  it("does not shrink when the same item is asked more often and answers alike", () => {
    expect(tokenFigure(items([100, 100, 100, 100], [300, 300, 300, 300]))).toEqual(
      tokenFigure(items([100], [300])),
    );
  });

  it("weighs items by the answers they have, and leaves out those without", () => {
    expect(tokenFigure(items([100, 100, 100], [300], [])).value).toBe(150);
  });

  it("has no interval for one item, and is 0 for none", () => {
    expect(tokenFigure(items([50, 70]))).toEqual({ value: 60, low: null, high: null });
    expect(tokenFigure([])).toEqual({ value: 0, low: null, high: null });
  });
});
