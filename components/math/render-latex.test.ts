import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderLatex } from "./render-latex";

function html(latex: string, display = false): string {
  const rendered = renderLatex(latex, display);
  return rendered.ok ? rendered.html : `broken: ${rendered.reason}`;
}

describe("drawing a formula", () => {
  it("gives a drawing and MathML with the source", () => {
    expect(html(String.raw`\frac{1}{2}`)).toContain("<mfrac>");
    expect(html(String.raw`\frac{1}{2}`)).toContain(String.raw`\frac{1}{2}</annotation>`);
    expect(html("x", true)).toContain("katex-display");
  });

  it.each([
    ["a per cent sign is no comment", "50% of 8"],
    ["an escaped one stays", String.raw`50\% of 8`],
  ])("%s", (_, latex) => {
    expect(html(latex)).toContain("<mi>f</mi>");
  });

  it("keeps a per cent sign after a line break", () => {
    expect(html(String.raw`\begin{matrix} a \\% b \end{matrix}`)).toContain("<mi>b</mi>");
  });

  it.each([
    String.raw`\begin{align*} a &= b \end{align*}`,
    String.raw`\begin{eqnarray} a &=& b \end{eqnarray}`,
    String.raw`\begin{multline} a \\ b \end{multline}`,
    String.raw`1 \mbox{ foot}`,
    String.raw`\framebox{204}`,
    String.raw`\begin{array}{c|cc} \multicolumn{2}{r}{x^2} & 3 \\ \cline{2-3} 1 & 2 & 3 \end{array}`,
    String.raw`\renewcommand{\arraystretch}{1.5}\begin{array}{c} 1 \\ 2 \end{array}`,
    String.raw`\begin{tabular}{|c|c|} \hline 1 & 2 \\ \hline \end{tabular}`,
    String.raw`\cancelto{2}{8}`,
    String.raw`\begin{array}{c@{\;}c@{}c} & 6 & 8 \\ \cline{2-3} & 5 & 2 \end{array}`,
    String.raw`\begin{array}{r@{\;\;<\;\;}c@{\;\;<\;\;}lc} 1 & 2 & 3 & 4 \end{array}`,
    String.raw`\begin{dcases} a \\ b \end{dcases}`,
  ])("knows %s", (latex) => {
    expect(renderLatex(latex, false)).toMatchObject({ ok: true });
    expect(html(latex)).not.toContain("--color-danger");
  });

  it.each([
    String.raw`\frac{1}{`,
    "x^",
    "}",
    String.raw`\begin{matrix} 1`,
    String.raw`\left( x`,
    "a & b",
    "#",
    "x".repeat(4_000),
    "{".repeat(100) + "}".repeat(100),
    "{".repeat(2_900),
    String.raw`\left(`.repeat(80) + String.raw`\right)`.repeat(80),
    String.raw`\hspace{-50em} over the menu`,
    String.raw`\def\a{\a\a}\a`,
  ])("says why %j cannot be drawn", (latex) => {
    expect(renderLatex(latex, false)).toMatchObject({ ok: false, reason: expect.stringMatching(/\S/) });
  });

  it.each([
    String.raw`\href{javascript:alert(1)}{x}`,
    String.raw`\htmlClass{fixed}{x}`,
    String.raw`\htmlStyle{position:fixed}{x}`,
    String.raw`\includegraphics{https://example.org/x.png}`,
    String.raw`\text{<img src=x onerror=alert(1)>}`,
    `<script>alert(1)</script>`,
    String.raw`\url{javascript:alert(1)}`,
    String.raw`\color{red;position:fixed}x`,
  ])("draws nothing that acts for %j", (latex) => {
    const tags = html(latex).match(/<[^>]*>/g) ?? [];
    expect(
      tags.filter((tag) => /^<\/?(?:script|img|a|iframe|object)\b|\s(?:href|src|on\w+)=|fixed/i.test(tag)),
    ).toEqual([]);
  });

  it("bounds sizes", () => {
    expect(html(String.raw`\rule{900em}{900em}`)).not.toContain("900em;");
  });

  it("never throws and never lets markup through", () => {
    const piece = fc.constantFrom(
      "\\frac",
      "{",
      "}",
      "^",
      "_",
      "\\text{",
      "<b>",
      "&",
      "\\left(",
      "$",
      "%",
      "'",
      '"',
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const drawn = renderLatex(pieces.join(""), false);
        expect(drawn.ok ? drawn.html : "").not.toMatch(/<b>/);
      }),
    );
  });
});
