import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { revealControls } from "./reveal-controls";

function shown(text: string): string {
  return revealControls(text)
    .map((piece) => (piece.kind === "control" ? `[${piece.text}]` : piece.text))
    .join("");
}

describe("characters that a browser would hide or obey", () => {
  it.each([
    ["plain text\n\twith a tab", "plain text\n\twith a tab"],
    ["a\u202Eb\u202Cc", "a[U+202E]b[U+202C]c"],
    ["ze\u200Bro", "ze[U+200B]ro"],
    ["bell\u0007 and null\u0000", "bell[U+0007] and null[U+0000]"],
    ["line\r\nline\rline", "line\nline[U+000D]line"],
    ["half \uD83D face", "half [U+D83D] face"],
    ["whole \u{1F600} face", "whole \u{1F600} face"],
    ["tag\u{E0041}", "tag[U+E0041]"],
    ["", ""],
  ])("%j is shown as %j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("keeps everything else, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const kept = revealControls(text)
          .filter((piece) => piece.kind === "text")
          .map((piece) => piece.text)
          .join("");
        expect(kept).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(kept).toBe(
          text.replaceAll("\r\n", "\n").replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ""),
        );
      }),
    );
  });
});
