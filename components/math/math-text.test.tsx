import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerText } from "./answer-text";
import { MathText } from "./math-text";

const drawn = (text: string): string => renderToStaticMarkup(<MathText text={text} />);

describe("a text on a page", () => {
  it("draws formulas and leaves money alone", () => {
    const html = drawn("It costs $5, so $x^2 = 25$.");
    expect(html).toContain("It costs $5, so ");
    expect(html).toContain("x^2 = 25</annotation>");
  });

  it("shows markup as text", () => {
    expect(drawn("<img src=x onerror=alert(1)> **<b>x</b>**")).not.toMatch(/<(?:img|b)>|<img/);
  });

  it("keeps a foreign direction to itself and shows what turns it", () => {
    const html = drawn("a\u202Eb");
    expect(html).toContain("<bdi>");
    expect(html).toContain("U+202E");
    expect(html).not.toContain("\u202E");
  });

  it("shows the source of a formula that cannot be drawn, and why", () => {
    const html = drawn(String.raw`so $\frac{1}{$ holds`);
    expect(html).toContain(String.raw`$\frac{1}{$`);
    expect(html).toMatch(/title="Not drawn: [^"]+"/);
    expect(html).toContain("could not be drawn");
  });

  it("folds drawings written as code", () => {
    expect(drawn("[asy] draw((0,0)); [/asy]")).toMatch(/<details.*drawing \(Asymptote\).*draw\(\(0,0\)\);/s);
  });

  it("cuts a long text and offers all of it", () => {
    const html = renderToStaticMarkup(<MathText text={"word ".repeat(500)} limit={100} />);
    expect(html).toContain("Show all 2,500 characters");
    expect(html.match(/word/g)?.length).toBeLessThan(25);
  });

  it("draws an inline text in one line, display formulas too", () => {
    const html = renderToStaticMarkup(<MathText text={"a\n\n$$x$$\nb"} inline />);
    expect(html).not.toMatch(/<(?:div|p)\b|katex-display|\n/);
  });

  it.each([
    ["an answer in LaTeX", String.raw`\frac{1}{2}`, String.raw`\frac{1}{2}</annotation>`],
    ["an answer with dollars", "$x^2$", "x^2</annotation>"],
    ["an answer in words", "Monday", "<bdi>Monday</bdi>"],
  ])("draws %s", (_, answer, expected) => {
    expect(renderToStaticMarkup(<AnswerText text={answer} />)).toContain(expected);
  });
});
