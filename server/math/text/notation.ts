const UNIT_FRACTION =
  /\\[dt]?frac\s*\{\s*\\(?:text|mathrm|rm)\s*\{\s*([a-zA-Z]{1,12})\s*\}(\^\d)?\s*\}\s*\{\s*\\(?:text|mathrm)\s*\{\s*([a-zA-Z]{1,12})\s*\}(\^\d)?\s*\}/g;
const INEQUALITY = /[<>]|\\(?:le|ge|leq|geq|leqslant|geqslant|lt|gt)(?![a-zA-Z])/;
const FRENCH = /^\s*([[\]])([^[\]()]*[,;][^[\]()]*)([[\]])\s*$/;

/** Ways of writing that the grammar does not know, in words that it does. */
export function commonNotation(text: string): string {
  if (text.length > 1_000) return text;
  return joinedInequalities(standardIntervals(withoutAlignment(text)))
    .replaceAll(/\^\{?\\text\s*\{(?:st|nd|rd|th)\}\}?/g, "")
    .replaceAll(/\\text\s*\{\s*([:;,])\s*\}/g, "$1")
    .replace(/^(?:negative|minus) +(?=[\d\\$.])/i, "-")
    .replace(/^\{\s*([a-zA-Z])\s*[|:]\s*(.*)\}$/, "\\{$1 \\mid $2\\}")
    .replaceAll(/(\\mathbb\s*\{?R\}?)\s*-\s*(?=\\\{)/g, "$1 \\setminus ")
    .replace(/^[a-z]\s*\\equiv(?![a-zA-Z])\s*(?=[^=]*\\pmod)/, "")
    .replaceAll(/(?<!\d)\.(?=\\(?:overline|bar|dot)\s*\{?\d)/g, "0.")
    .replaceAll(/\\(?:pounds|euro|yen)(?![a-zA-Z])/g, "\\$")
    .replace(/^(\d+) to (\d+)$/, "$1:$2")
    .replaceAll(/\}\^\{(\d)\}/g, "}^$1")
    .replaceAll(UNIT_FRACTION, "\\text{$1$2/$3$4}");
}

/** The lines of an aligned formula, those that begin with a relation joined to the one before. */
function withoutAlignment(text: string): string {
  const content = /^\\begin\{(aligned|align\*?|split|gathered)\}(.*)\\end\{\1\}$/s.exec(text)?.[2];
  if (content === undefined || content.includes("\\begin")) return text;
  const chained = content.replaceAll(/\\\\[\s&]*(?==)/g, " ").replaceAll("&", " ");
  return chained
    .split("\\\\")
    .filter((line) => line.trim() !== "")
    .join(", ");
}

/** `]0,1[` and `[0,1[`, as much of Europe writes open ends. */
function standardIntervals(text: string): string {
  if (!/^(?:\\left)?\s*\]|(?:\\right)?\[\s*$/.test(text)) return text;
  const pieces = text.replaceAll(/\\(?:left|right)(?=\s*[[\]])/g, "").split(/\\cup(?![a-zA-Z])/);
  const intervals = pieces.map((piece) => FRENCH.exec(piece));
  if (intervals.some((interval) => interval === null)) return text;
  return intervals
    .map((interval) => {
      const [, open, ends, close] = interval ?? [];
      return `${open === "]" ? "(" : "["}${ends}${close === "[" ? ")" : "]"}`;
    })
    .join(" \\cup ");
}

/** `x < 1 \cup x > 2`: a union of conditions is their `or`. */
function joinedInequalities(text: string): string {
  const pieces = text.split(/\\cup(?![a-zA-Z])/);
  const conditions = pieces.every((piece) => INEQUALITY.test(piece) && !/[[\]{}()]/.test(piece));
  return pieces.length > 1 && conditions ? pieces.join(" \\text{ or } ") : text;
}
