import { dictionary } from "../read/dictionary";

const LONGEST = 1_000;
const SUSPECT =
  /\b(?:Interval|Union|Intersection|Complement|FiniteSet|Point|Tuple|Eq|Ne|Lt|Le|Gt|Ge|Abs|Rational|Integer|And|Or|EmptySet|Reals|Integers)\b|^set\(\)$|\*\s*I\b|\bI\s*\*|\bE\s*\*\*|\dj\b/;
const CALL =
  /(?<![\\a-zA-Z])(Interval(?:\.(?:open|Lopen|Ropen))?|Union|Intersection|Complement|FiniteSet|Point[23]?D?|Tuple|Eq|Ne|Lt|Le|Gt|Ge|Abs|Rational|Integer|And|Or)\s?\(/;

/** `(x > 1) & (x < 2)` */
const CONDITIONS = /^\(([^()]*[<>][^()]*)\) ?([&|]) ?\(([^()]*[<>][^()]*)\)$/;

const joined = (sign: string) => (args: readonly string[]) => args.join(sign);

const CALLS: ReadonlyMap<string, (args: readonly string[]) => string> = dictionary({
  // SymPy prints an unbounded interval without saying that its infinite end is open.
  Interval: ([low = "", high = "", lowOpen = "", highOpen = ""]) =>
    `${lowOpen === "True" || low.endsWith("oo") ? "(" : "["}${low},${high}${highOpen === "True" || high.endsWith("oo") ? ")" : "]"}`,
  "Interval.open": ([low = "", high = ""]) => `(${low},${high})`,
  "Interval.Lopen": ([low = "", high = ""]) => `(${low},${high}]`,
  "Interval.Ropen": ([low = "", high = ""]) => `[${low},${high})`,
  Union: joined(" \\cup "),
  Intersection: joined(" \\cap "),
  Complement: joined(" \\setminus "),
  FiniteSet: (args) => `\\{${args.join(",")}\\}`,
  Point: (args) => `(${args.join(",")})`,
  Point2D: (args) => `(${args.join(",")})`,
  Point3D: (args) => `(${args.join(",")})`,
  Tuple: (args) => `(${args.join(",")})`,
  Eq: joined(" = "),
  Ne: joined(" \\ne "),
  Lt: joined(" < "),
  Le: joined(" \\le "),
  Gt: joined(" > "),
  Ge: joined(" \\ge "),
  And: joined(" \\text{ and } "),
  Or: joined(" \\text{ or } "),
  Abs: ([body = ""]) => `abs(${body})`,
  Rational: ([top = "", bottom = "1"]) => `((${top})/(${bottom}))`,
  Integer: ([body = ""]) => `(${body})`,
});

/** An answer printed by SymPy or Python (`Interval.open(0, 1)`, `3 + 4*I`) in the notation of people. */
export function fromProgramNotation(text: string): string {
  if (text.length > LONGEST) return text;
  const [, left, sign, right] = CONDITIONS.exec(text) ?? [];
  if (sign !== undefined) return `${left} \\text{ ${sign === "&" ? "and" : "or"} } ${right}`;
  if (!SUSPECT.test(text)) return text;
  if (text === "set()") return "\\emptyset ";
  return rewriteCalls(text, 0)
    .replaceAll(/\b(?:S\.)?EmptySet\b(?:\(\))?/g, "\\emptyset ")
    .replaceAll(/\bS\.Reals\b|^Reals$/g, "\\mathbb{R}")
    .replaceAll(/\bS\.Integers\b|^Integers$/g, "\\mathbb{Z}")
    .replaceAll(/(?<=\*\s?)I\b|\bI(?=\s?\*)/g, "i")
    .replaceAll(/\bE(?=\s?\*\*)/g, "e")
    .replace(/^(\(?-?[\d.]+\s?[+-]\s?[\d.]+)j(\)?)$/, "$1i$2");
}

function rewriteCalls(text: string, depth: number): string {
  const found = depth > 8 ? null : CALL.exec(text);
  const name = found?.[1];
  if (found === null || name === undefined) return text;
  const open = found.index + found[0].length;
  const close = closingBracket(text, open);
  const write = CALLS.get(name);
  if (close < 0 || write === undefined) return text;
  const args = topLevelItems(text.slice(open, close)).map((arg) => rewriteCalls(arg.trim(), depth + 1));
  return `${text.slice(0, found.index)}${write(args)}${rewriteCalls(text.slice(close + 1), depth + 1)}`;
}

function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "(" || char === "[" || char === "{") depth++;
    else if ((char === ")" || char === "]" || char === "}") && --depth === 0) return char === ")" ? at : -1;
  }
  return -1;
}

function topLevelItems(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "(" || char === "[" || char === "{") depth++;
    else if (char === ")" || char === "]" || char === "}") depth--;
    else if (char === "," && depth === 0) {
      items.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...items, text.slice(start)];
}
