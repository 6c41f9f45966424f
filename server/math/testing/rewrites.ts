import { gcd } from "../exact/integer";
import type { Seeded } from "./seeded";

/** A way to write the same answer differently; null where it does not apply. */
type Rewrite = (answer: string, random: Seeded) => string | null;

const INTEGER = /^-?\d+$/;
const FRACTION = /^(-?)\\[dt]?frac\{(\d+)\}\{(\d+)\}$/;
const NUMERIC = /^-?(?:\d+(?:\.\d+)?|\\[dt]?frac\{\d+\}\{\d+\}|\d*\\sqrt\{\d+\})$/;

export const REWRITES: Readonly<Record<string, Rewrite>> = {
  dfrac: (answer) => changed(answer, answer.replaceAll(/\\frac(?=\{)/g, "\\dfrac")),
  slash: (answer) =>
    FRACTION.exec(answer)
      ?.slice(1)
      .join("|")
      .replace(/(-?)\|(\d+)\|(\d+)/, "$1$2/$3") ?? null,
  shorthand: (answer) => changed(answer, answer.replaceAll(/\\frac\{(\d)\}\{(\d)\}/g, "\\frac$1$2")),
  unreduced: (answer, random) => scaledFraction(answer, BigInt(2 + random.below(8))),
  mixed: mixedNumber,
  decimal: terminatingDecimal,
  trailingZero: (answer) => (INTEGER.test(answer) ? `${answer}.0` : null),
  thousands: (answer) =>
    INTEGER.test(answer) && answer.length > 4 ? answer.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") : null,
  texThousands: (answer) =>
    INTEGER.test(answer) && answer.length > 4 ? answer.replaceAll(/\B(?=(?:\d{3})+$)/g, "{,}") : null,
  spaces: (answer) =>
    answer.includes("\\text") || /[a-zA-Z]{2}/.test(answer.replaceAll(/\\[a-zA-Z]+/g, ""))
      ? null
      : changed(answer, answer.replaceAll(/([+=,])/g, " $1 ")),
  thinSpace: (answer) => changed(answer, answer.replaceAll(/(?<=[\d}])\s*(?=\\(?:pi|sqrt))/g, "\\,")),
  leftRight: (answer) =>
    /\\(?:left|text|mbox|begin)|:/.test(answer)
      ? null
      : changed(answer, answer.replaceAll("(", "\\left(").replaceAll(")", "\\right)")),
  dollars: (answer) => (answer.includes("$") ? null : `$${answer}$`),
  inline: (answer) => (answer.includes("$") ? null : `\\(${answer}\\)`),
  boxed: (answer) => `\\boxed{${answer}}`,
  fullStop: (answer) => `${answer}.`,
  assigned: (answer) => (NUMERIC.test(answer) ? `x = ${answer}` : null),
  unit: (answer, random) =>
    NUMERIC.test(answer)
      ? `${answer} \\text{ ${random.pick(["cm", "units", "apples", "square feet", "dollars"])}}`
      : null,
  plainUnit: (answer, random) =>
    INTEGER.test(answer) ? `${answer} ${random.pick(["meters", "hours", "students", "ways"])}` : null,
  noDegree: (answer) => (/^\d+\^\{?\\circ\}?$/.test(answer) ? answer.replace(/\^.*$/, "") : null),
  movedFactor: (answer) => changed(answer, answer.replace(/^(\d+)\s*(\\sqrt\{\d+\}|\\pi)$/, "$2 \\cdot $1")),
  movedPi: (answer) =>
    changed(answer, answer.replace(/^\\frac\{(\d+)\s*\\pi\}\{(\d+)\}$/, "\\frac{$1}{$2}\\pi")),
  minus: (answer) => (answer.includes("\\text") ? null : changed(answer, answer.replaceAll("-", "−"))),
  symbols: (answer) =>
    changed(
      answer,
      answer
        .replaceAll(/\\pi(?![a-z])/g, "π")
        .replaceAll(/\\infty(?![a-z])/g, "∞")
        .replaceAll(/\\cup(?![a-z])/g, "∪"),
    ),
  root: (answer) => changed(answer, answer.replaceAll(/\\sqrt\{(\d+)\}/g, "√$1")),
  ascii: (answer) => changed(answer, answer.replaceAll(/\\sqrt\{(\d+)\}/g, " sqrt($1)")),
  reordered: reorderedList,
  asSet: (answer) => (listItems(answer) === null ? null : `\\{${answer}\\}`),
  reversedSum: (answer) =>
    changed(answer, answer.replace(/^(\d+)\s*\+\s*(\d*\\sqrt\{\d+\}|\d*\\pi|\d*i)$/, "$2+$1")),
  member: (answer) => (/^[([][^()[\]]*\\infty[^()[\]]*[)\]]$/.test(answer) ? `x \\in ${answer}` : null),
  ray: (answer) => changed(answer, answer.replace(/^\((-?\d+),\s*\\infty\)$/, "x > $1")),
};

function changed(before: string, after: string): string | null {
  return before === after ? null : after;
}

function scaledFraction(answer: string, factor: bigint): string | null {
  const [, sign, top, bottom] = FRACTION.exec(answer) ?? [];
  if (sign === undefined || top === undefined || bottom === undefined) return null;
  return `${sign}\\frac{${BigInt(top) * factor}}{${BigInt(bottom) * factor}}`;
}

function mixedNumber(answer: string): string | null {
  const [, sign, top, bottom] = FRACTION.exec(answer) ?? [];
  if (sign === undefined || top === undefined || bottom === undefined) return null;
  const [n, d] = [BigInt(top), BigInt(bottom)];
  if (d === 0n || n < d || n % d === 0n) return null;
  return `${sign}${n / d}\\frac{${n % d}}{${d}}`;
}

function terminatingDecimal(answer: string): string | null {
  const [, sign, top, bottom] = FRACTION.exec(answer) ?? [];
  if (sign === undefined || top === undefined || bottom === undefined) return null;
  const [n, d] = [BigInt(top), BigInt(bottom)];
  const scale = 10n ** 8n;
  if (d === 0n || scale % (d / gcd(n, d)) !== 0n) return null;
  const digits = ((n * scale) / d).toString().padStart(9, "0");
  return `${sign}${digits.slice(0, -8)}.${digits.slice(-8).replace(/0+$/, "")}`.replace(/\.$/, "");
}

/** Items of a bare list of numbers or of tuples, or null. */
export function listItems(answer: string): readonly string[] | null {
  if (
    !/^[-\d\\{}a-z(),\s+]+$/.test(answer) ||
    /\\(?:text|begin|cup|infty|\{)|\d,\d{3}(?!\d)|\\[,!]|\{,\}/.test(answer)
  )
    return null;
  const items: string[] = [];
  let depth = 0;
  let item = "";
  for (const char of answer) {
    if ("({".includes(char)) depth++;
    if (")}".includes(char)) depth--;
    if (char === "," && depth === 0) {
      items.push(item.trim());
      item = "";
    } else item += char;
  }
  items.push(item.trim());
  return items.length > 1 && items.every((part) => part !== "") ? items : null;
}

function reorderedList(answer: string, random: Seeded): string | null {
  const items = listItems(answer);
  return items === null ? null : changed(answer, random.shuffled(items).join(", "));
}
