import { dictionary } from "../read/dictionary";
/** What models and people type for mathematics outside ASCII, as LaTeX. Longer names end in a space, so that letters may follow. */
const SIGNS: ReadonlyMap<string, string> = dictionary({
  "−": "-",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "﹣": "-",
  "➖": "-",
  "×": "\\times ",
  "✕": "\\times ",
  "✖": "\\times ",
  "⨯": "\\times ",
  "·": "\\cdot ",
  "⋅": "\\cdot ",
  "∙": "\\cdot ",
  "•": "\\cdot ",
  "÷": "\\div ",
  "∕": "/",
  "⁄": "/",
  "∗": "*",
  "±": "\\pm ",
  "∓": "\\mp ",
  "≤": "\\le ",
  "⩽": "\\le ",
  "≦": "\\le ",
  "≥": "\\ge ",
  "⩾": "\\ge ",
  "≧": "\\ge ",
  "≠": "\\ne ",
  "≈": "\\approx ",
  "≃": "\\approx ",
  "≅": "\\approx ",
  "≡": "\\equiv ",
  "√": "\\sqrt ",
  "∛": "\\cbrt ",
  π: "\\pi ",
  "∞": "\\infty ",
  "°": "^\\circ ",
  º: "^\\circ ",
  "˚": "^\\circ ",
  "∪": "\\cup ",
  "∩": "\\cap ",
  "∖": "\\setminus ",
  "∈": "\\in ",
  "∉": "\\notin ",
  "∅": "\\emptyset ",
  "⌀": "\\emptyset ",
  "⌊": "\\lfloor ",
  "⌋": "\\rfloor ",
  "⌈": "\\lceil ",
  "⌉": "\\rceil ",
  "⟨": "\\langle ",
  "⟩": "\\rangle ",
  "〈": "\\langle ",
  "〉": "\\rangle ",
  ℝ: "\\mathbb{R}",
  ℤ: "\\mathbb{Z}",
  ℕ: "\\mathbb{N}",
  ℚ: "\\mathbb{Q}",
  ℂ: "\\mathbb{C}",
  "∠": "\\angle ",
  "△": "\\triangle ",
  "∑": "\\sum ",
  "∏": "\\prod ",
  "∫": "\\int ",
  "→": "\\to ",
  "⇒": "\\Rightarrow ",
  "∴": "\\therefore ",
  "∧": "\\land ",
  "∨": "\\lor ",
  "…": "\\ldots ",
  "′": "'",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "″": '"',
  "∣": "|",
  "｜": "|",
  "‖": "\\|",
  "∥": "\\|",
  "∶": ":",
  "、": ",",
  "，": ",",
  "。": ".",
  "½": "\\frac{1}{2}",
  "⅓": "\\frac{1}{3}",
  "⅔": "\\frac{2}{3}",
  "¼": "\\frac{1}{4}",
  "¾": "\\frac{3}{4}",
  "⅕": "\\frac{1}{5}",
  "⅖": "\\frac{2}{5}",
  "⅗": "\\frac{3}{5}",
  "⅘": "\\frac{4}{5}",
  "⅙": "\\frac{1}{6}",
  "⅚": "\\frac{5}{6}",
  "⅐": "\\frac{1}{7}",
  "⅛": "\\frac{1}{8}",
  "⅜": "\\frac{3}{8}",
  "⅝": "\\frac{5}{8}",
  "⅞": "\\frac{7}{8}",
  "⅑": "\\frac{1}{9}",
  "⅒": "\\frac{1}{10}",
  α: "\\alpha ",
  β: "\\beta ",
  γ: "\\gamma ",
  δ: "\\delta ",
  ε: "\\epsilon ",
  θ: "\\theta ",
  λ: "\\lambda ",
  μ: "\\mu ",
  ρ: "\\rho ",
  σ: "\\sigma ",
  τ: "\\tau ",
  φ: "\\phi ",
  ϕ: "\\phi ",
  ω: "\\omega ",
  Δ: "\\Delta ",
  Ω: "\\Omega ",
  Σ: "\\Sigma ",
  ℓ: "\\ell ",
  "€": "\\$",
  "£": "\\$",
  "¥": "\\$",
  "￥": "\\$",
  "₹": "\\$",
  "¢": "\\text{ cents}",
  "％": "\\%",
});

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
const SUPERSCRIPT_MEANING = "0123456789+-n";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const INVISIBLE = /\p{Cf}|\u034f|[\ufe00-\ufe0f]|(?![\t\n\r])\p{Cc}/gu;
const SPACES = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const LONE_SURROGATES = /[\ud800-\udfff]/gu;

/** Text with its Unicode mathematics written as LaTeX, invisible characters dropped and full-width forms narrowed. */
export function unicodeToLatex(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replaceAll(INVISIBLE, "")
    .replaceAll(SPACES, " ")
    .replaceAll(LONE_SURROGATES, "\ufffd")
    .replaceAll(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u{1d400}-\u{1d7ff}]/gu, (char) => char.normalize("NFKC"))
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]+/g, (run) => `^{${translate(run, SUPERSCRIPTS, SUPERSCRIPT_MEANING)}}`)
    .replaceAll(/[₀₁₂₃₄₅₆₇₈₉]+/g, (run) => `_{${translate(run, SUBSCRIPTS, "0123456789")}}`)
    .replaceAll(/[^\x20-\x7e]/g, (char) => SIGNS.get(char) ?? char);
}

function translate(run: string, from: string, to: string): string {
  return Array.from(run, (char) => to[from.indexOf(char)] ?? char).join("");
}
