import { describe, expect, it } from "vitest";
import { foldRuns, textLength } from "./fold-runs";
import { wordDifference } from "./word-difference";

describe("folding a long step", () => {
  const { a } = wordDifference("we have $x=1$ and so on", "we have $x=2$ and so on", { parse: true });

  it("keeps exactly the first characters", () => {
    for (let limit = 0; limit <= textLength(a); limit++) {
      const text = foldRuns(a, limit)
        .flatMap(({ tokens }) => tokens.map(({ raw }) => raw))
        .join("");
      expect(text).toBe("we have $x=1$ and so on".slice(0, limit));
    }
  });

  it("draws no half formula", () => {
    const kinds = foldRuns(a, 10).flatMap(({ tokens }) => tokens.map(({ kind }) => kind));
    expect(kinds).toEqual(["text", "text"]);
    expect(foldRuns(a, 13).flatMap(({ tokens }) => tokens.map(({ kind }) => kind))).toContain("formula");
  });
});
