import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMathText } from "./parse-math-text";
import { LONGEST_FORMULA } from "./tokens";

/** Formulas in «», display ones in ««»», code in ‹language|code›, text as it is. */
function shown(text: string): string {
  return parseMathText(text)
    .map((token) => {
      if (token.kind === "text") return token.text;
      if (token.kind === "code") return `‹${token.language}|${token.code}›`;
      return token.display ? `««${token.latex}»»` : `«${token.latex}»`;
    })
    .join("");
}

describe("money stays text", () => {
  it.each([
    "Josh buys a house for $80,000 and then puts in $50,000 in repairs.",
    "She sells eggs for $2 per egg, so she makes 9*2=$18 a day.",
    "He pays $5-$10 for each.",
    "It costs $3 each ($6 for two).",
    "4*$2=$<<4*2=8>>8 and 3*$5=$<<3*5=15>>15",
    "$<<100-90=10>>10 change. So he got 10$",
    "it is 2*$.50=$1 or $.75*2=$<<.75*2=1.5>>1.50",
    "pays $ 5, then $ 10",
    "$1,000 + $500 = $1,500",
    "A $20 bill, a $10 bill and a $5 bill.",
    "Prices: $5, $10, and $20.",
    "$80,000-$50,000=$30,000",
    "She earns $10/hour and he earns $12/hour.",
    "One costs 5 $ or 6 $ there.",
    "5$, 6$ and 7$",
    "US$ and A$ are currencies",
    "She had $5. He had $10.",
    "pays $ 5 and $ 10",
    "Total: $15",
    "$",
    "$ $",
    "spent ($4.50+$2.50)",
    "$HOME and $PATH",
    "The first is $12.50; the second is $3.",
    "$5 and \\frac{1}{2} of $10",
  ])("%s", (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe("formulas in dollars", () => {
  it.each([
    ["$3 + 4 = 7$", "«3 + 4 = 7»"],
    ["$5$", "«5»"],
    ["between $5$ and $10$", "between «5» and «10»"],
    ["so $x$ is $2x^2 $ then", "so «x» is «2x^2 » then"],
    ["$ x + y $", "« x + y »"],
    ["$ 5 $", "« 5 »"],
    ["costs $5 more than $x$ does", "costs $5 more than «x» does"],
    ["$\\frac{1}{2}$5", "«\\frac{1}{2}»5"],
    ["$12 cm$ long", "«12 cm» long"],
    ["$f(x) = 2ab \\text{ if $a>0$}$.", "«f(x) = 2ab \\text{ if $a>0$}»."],
    ["$n is even$", "«n is even»"],
    ["the set $\\{1, 2\\}$", "the set «\\{1, 2\\}»"],
    ["costs \\$5 and \\$6", "costs $5 and $6"],
    ["$\\$5 + \\$6$", "«\\$5 + \\$6»"],
    ["$$x^2$$ and $y$", "««x^2»» and «y»"],
    ["$$\na = b\n$$", "««\na = b\n»»"],
    ["$.5$", "«.5»"],
    ["so $150a + mb = 300a$", "so «150a + mb = 300a»"],
    ["from $ 2010a + 2014b=2018$", "from « 2010a + 2014b=2018»"],
    ["earns $\\$$60 a day", "earns «\\$»60 a day"],
    ["Since $x,$$y,$ and", "Since «x,»«y,» and"],
    ["factor $10!:$", "factor «10!:»"],
    ["for any $a,$ $b>0,$ and $x^6,$ so", "for any «a,» «b>0,» and «x^6,» so"],
    ["values $6,10,$ and", "values «6,10,» and"],
    ["so $P(x)-P(y)=$ $3$", "so «P(x)-P(y)=» «3»"],
    ["even $($giving $x = 2),$ or $)$", "even «(»giving «x = 2),» or «)»"],
    ["$-3$", "«-3»"],
    ["$50\\%$ of $80", "«50\\%» of $80"],
    ["2$x$ and 3$y$", "2«x» and 3«y»"],
    ["$x=3$, costs $5", "«x=3», costs $5"],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe("other delimiters", () => {
  it.each([
    ["so \\(x + 1\\) holds", "so «x + 1» holds"],
    [
      "\\[ x = \\begin{pmatrix} 1 \\\\[2pt] 2 \\end{pmatrix} \\]",
      "«« x = \\begin{pmatrix} 1 \\\\[2pt] 2 \\end{pmatrix} »»",
    ],
    ["\\begin{align*}\na &= b\n\\end{align*}", "««\\begin{align*}\na &= b\n\\end{align*}»»"],
    ["\\begin{cases} 1 \\\\ 2 \\end{cases}", "««\\begin{cases} 1 \\\\ 2 \\end{cases}»»"],
    ["\\begin{itemize} a \\end{itemize}", "\\begin{itemize} a \\end{itemize}"],
    ["the answer is \\boxed{18}.", "the answer is «\\boxed{18}»."],
    ["\\boxed{\\frac{1}{2}}", "«\\boxed{\\frac{1}{2}}»"],
    ["\\boxed{$5$}", "«\\boxed{5}»"],
    ["\\boxed{Monday}", "«\\boxed{\\text{Monday}}»"],
    ["\\boxed{x}", "«\\boxed{x}»"],
    ["cut off: \\boxed{\\frac{1}{2}", "cut off: \\boxed{\\frac{1}{2}"],
    ["open \\( x + 1", "open \\( x + 1"],
    ["open \\[ x and \\(y\\)", "open \\[ x and «y»"],
    ["\\( a \\( b \\)", "\\( a « b »"],
    ["open $$ x and $y$", "open $$ x and «y»"],
    ["not $a\n\nin one paragraph$", "not $a\n\nin one paragraph$"],
    ["line \\\\(not math\\\\)", "line \\\\(not math\\\\)"],
    ["[asy] draw((0,0)); [/asy] $x$", "‹asy|draw((0,0));› «x»"],
    ["[asy] draw", "[asy] draw"],
    ["```python\nprint('$5$')\n```\nthen $x$", "‹python|print('$5$')›\nthen «x»"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

const fragment = fc.constantFrom(
  ..."$ $$ \\( \\) \\[ \\] \\\\ \\ { } \\boxed{ \\begin{align} \\end{align} [asy] [/asy] ``` 5 x and = ^2".split(
    " ",
  ),
  " ",
  "\n",
  "\n\n",
);

describe("any text", () => {
  it("is cut without loss, two texts never side by side", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string())), (parts) => {
        const text = parts.join("");
        const tokens = parseMathText(text);
        expect(tokens.map((token) => token.raw).join("")).toBe(text);
        expect(tokens.every((token) => token.raw !== "")).toBe(true);
        expect(tokens.some((token, i) => token.kind === "text" && tokens[i + 1]?.kind === "text")).toBe(
          false,
        );
        expect(tokens.some((token) => token.kind === "formula" && token.latex.trim() === "")).toBe(false);
      }),
    );
  });

  it("has no formula of more than the bound", () => {
    const long = "x+".repeat(LONGEST_FORMULA);
    for (const text of [`$${long}1$`, `\\[${long}1\\]`, `\\boxed{${long}1}`, `$$${long}1$$`]) {
      expect(parseMathText(text).some((token) => token.kind === "formula")).toBe(false);
    }
  });
});
