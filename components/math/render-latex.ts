import { renderToString } from "katex";
import { memoised } from "./lru";
import { LONGEST_FORMULA } from "./tokens";

/** What became of a formula: HTML by KaTeX, or why it cannot be drawn. */
export type RenderedLatex =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly reason: string };

const DEEPEST = 60;
const LONGEST_HTML = 500_000;
/** Larger negative spaces would draw over what stands beside the formula. */
const FAR_BACK =
  /\\(?:[hv]?skip|m?kern|mskip|[hv]space\*?|raisebox|raise|lower|rule|\\\*?\[)[\s{[]*-?\s*-\s*(?:[5-9]|\d{2,})/;

/**
 * Draws one formula. Never throws: broken, oversized or too deep input says why.
 * @param display On a line of its own, larger.
 */
export function renderLatex(latex: string, display: boolean): RenderedLatex {
  return (display ? displayed : inline)(latex);
}

const inline = memoised((latex) => render(latex, false), 3_000);
const displayed = memoised((latex) => render(latex, true), 1_000);

function render(latex: string, display: boolean): RenderedLatex {
  if (latex.length > LONGEST_FORMULA) return { ok: false, reason: "The formula is too long to be drawn." };
  if (depth(latex) > DEEPEST) return { ok: false, reason: "The formula is nested too deeply to be drawn." };
  if (FAR_BACK.test(latex)) return { ok: false, reason: "The formula moves far out of its place." };
  try {
    const source = prepare(latex);
    const html = renderToString(source, {
      displayMode: display || /\\begin\{(?:align(?!ed)|gather(?!ed)|equation|CD)/.test(source),
      throwOnError: false,
      strict: "ignore",
      trust: false,
      output: "htmlAndMathml",
      macros: macros(),
      maxExpand: 500,
      maxSize: 12,
      errorColor: "var(--color-danger)",
    });
    if (html.length > LONGEST_HTML) return { ok: false, reason: "The formula is too large to be drawn." };
    const error = /^<span class="katex-error" title="([^"]*)"/.exec(html)?.[1];
    return error === undefined ? { ok: true, html } : { ok: false, reason: plain(error) };
  } catch (thrown) {
    return { ok: false, reason: thrown instanceof Error ? thrown.message : "The formula cannot be drawn." };
  }
}

/** `\begin{array}{...}` with at most two levels of braces in the columns. */
const ARRAY_HEAD = /\\begin\{array\}\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g;

const MULTICOLUMN = /\\multicolumn\s*\{([1-9]|1\d)\}\s*\{[^{}]*\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** What models and data sets write, in what KaTeX knows. */
function prepare(latex: string): string {
  return latex
    .replaceAll(/(?<!\\)((?:\\\\)*)%/g, String.raw`$1\%`)
    .replaceAll(/\\(begin|end)\{eqnarray\*?\}/g, String.raw`\$1{align*}`)
    .replaceAll(/\\(begin|end)\{multline\*?\}/g, String.raw`\$1{gather*}`)
    .replaceAll(/\\(begin|end)\{tabular\}/g, String.raw`\$1{array}`)
    .replaceAll(ARRAY_HEAD, (head) =>
      head.replaceAll(/[@!]\{(?:[^{}]|\{[^{}]*\})*\}/g, "").replace(/\{\s+/, "{"),
    )
    .replaceAll(
      MULTICOLUMN,
      (_, columns: string, content: string) => "&".repeat(Number(columns) - 1) + content,
    )
    .replaceAll(/\\cline\s*\{[^{}]*\}/g, String.raw`\hline `)
    .replaceAll(/\\vspace\*?\s*\{[^{}]*\}/g, "")
    .replaceAll(/\\mbox(?![a-zA-Z])/g, String.raw`\text`);
}

/** A fresh object each time: KaTeX writes a formula's own definitions into it. */
function macros(): Record<string, string> {
  return {
    "\\arraystretch": "1",
    "\\framebox": String.raw`\boxed{#1}`,
    "\\overparen": String.raw`\overgroup{#1}`,
    "\\overarc": String.raw`\overgroup{#1}`,
    "\\cancelto": String.raw`{\cancel{#2}}^{#1}`,
  };
}

function depth(latex: string): number {
  let now = 0;
  let most = 0;
  for (const [token] of latex.matchAll(/\\(?:left|right)(?![a-zA-Z])|\\.|[{}]|\^|_/gs)) {
    if (token === "{" || token === String.raw`\left`) most = Math.max(most, ++now);
    else if (token === "}" || token === String.raw`\right`) now--;
  }
  return most;
}

function plain(html: string): string {
  return html
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll("\u0332", "")
    .replace(/^(?:ParseError: )?KaTeX parse error: /, "");
}
