import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideFormulas, showRaw, splitAtFormulas } from "./guidelines-markdown";

describe("formulas in Markdown", () => {
  it("are taken out and put back", () => {
    const { markdown, formulas } = hideFormulas("Mark $a_1 * b_2$ and *not* $80 or \\[x_1\\].");
    expect(formulas.map(({ latex, display }) => [latex, display])).toEqual([
      ["a_1 * b_2", false],
      ["x_1", true],
    ]);
    expect(markdown).not.toContain("a_1");
    expect(markdown).toContain("$80");
    expect(splitAtFormulas(markdown)).toEqual(["Mark ", 0, " and *not* $80 or ", 1, "."]);
  });

  it("lose nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { markdown, formulas } = hideFormulas(text);
        expect(showRaw(markdown, formulas)).toBe(text.replaceAll(/[\uE000\uE001]/g, ""));
      }),
    );
  });
});
