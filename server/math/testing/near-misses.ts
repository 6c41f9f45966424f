import { listItems } from "./rewrites";
import type { Seeded } from "./seeded";

/** A slip that makes an answer wrong; null where it does not apply. */
type NearMiss = (answer: string, random: Seeded) => string | null;

export const NEAR_MISSES: Readonly<Record<string, NearMiss>> = {
  digit: changedDigit,
  digitAgain: changedDigit,
  sign: changedSign,
  droppedItem: (answer, random) =>
    changedItems(answer, (items) =>
      items.filter((_, at) => at !== random.below(1) + (items.length > 2 ? 1 : 0)),
    ),
  extraItem: (answer, random) =>
    changedItems(answer, (items) => [...items, String(1_000 + random.below(9_000))]),
  bracket: (answer, random) => changedBracket(answer, random),
  swapped: swappedEntries,
  lostRoot: (answer) => changed(answer, answer.replace(/\\sqrt\{(?!1\})(\d+)\}/, "$1")),
  lostPi: (answer) => (/^[\d\s]*\\pi$/.test(answer) ? answer.replace("\\pi", "") || "1" : null),
  invertedFraction: (answer) => {
    const [, top, bottom] = /^\\[dt]?frac\{(\d+)\}\{(\d+)\}$/.exec(answer) ?? [];
    return top === undefined || bottom === undefined || top === bottom ? null : `\\frac{${bottom}}{${top}}`;
  },
  otherBase: (answer) =>
    changed(
      answer,
      answer.replace(/_\{?(\d)\}?$/, (_, base: string) => `_{${(Number(base) % 8) + 2}}`),
    ),
  lostPower: (answer) => changed(answer, answer.replace(/([a-z])\^\{?\d+\}?/, "$1")),
};

/** Where a slip may leave the value as it was: floors, remainders, parities, roundings. */
const ABSORBS = /\\(?:lfloor|lceil|bmod|choose|binom|gcd|max)|\(-1\)\^|C\(|\.\d{6}/;

function changed(before: string, after: string): string | null {
  return before === after ? null : after;
}

/** One digit made another. Digits of commands, of words and of empty decimals are left alone. */
function changedDigit(answer: string, random: Seeded): string | null {
  if (/\\(?:text|mbox|phantom)/.test(answer) || ABSORBS.test(answer)) return null;
  const places = Array.from(answer.matchAll(/\d/g), ({ index }) => index);
  if (places.length === 0) return null;
  const at = random.pick(places);
  const digit = (Number(answer.charAt(at)) + 1 + random.below(9)) % 10;
  return answer.slice(0, at) + digit + answer.slice(at + 1);
}

function changedSign(answer: string, random: Seeded): string | null {
  if (/^[\s\d.,]*$/.test(answer) && Number(answer.replaceAll(",", "")) === 0) return null;
  if (/\\(?:text|mbox|pm|phantom)|[|:]/.test(answer) || ABSORBS.test(answer) || /^[A-Za-z]{2}/.test(answer))
    return null;
  const places = Array.from(answer.matchAll(/[+-]/g), ({ index }) => index).filter(
    (at) => !answer.slice(0, at).endsWith("{"),
  );
  if (places.length === 0)
    return /^[\d\\]/.test(answer) && !/[,=]|\\(?:in|begin|\{|\$)/.test(answer) && !answer.includes("_")
      ? `-${answer}`
      : null;
  const at = random.pick(places);
  return answer.slice(0, at) + (answer.charAt(at) === "+" ? "-" : "+") + answer.slice(at + 1);
}

function changedItems(
  answer: string,
  change: (items: readonly string[]) => readonly string[],
): string | null {
  const items = listItems(answer);
  return items === null ? null : changed(answer, change(items).join(", "));
}

/** A round bracket made square or the reverse, around something with a comma. */
function changedBracket(answer: string, random: Seeded): string | null {
  if (!/^(?:\\left)?\s*[([].*,.*[)\]]$/.test(answer) || /\\text/.test(answer)) return null;
  const places = Array.from(answer.matchAll(/[()[\]]/g), ({ index }) => index).filter((at) =>
    isOuter(answer, at),
  );
  if (places.length === 0) return null;
  const at = random.pick(places);
  const other: Readonly<Record<string, string>> = { "(": "[", "[": "(", ")": "]", "]": ")" };
  return answer.slice(0, at) + (other[answer.charAt(at)] ?? "") + answer.slice(at + 1);
}

function isOuter(answer: string, at: number): boolean {
  let depth = 0;
  for (const char of answer.slice(0, at)) {
    if ("([{".includes(char)) depth++;
    if (")]}".includes(char)) depth--;
  }
  return "([".includes(answer.charAt(at)) ? depth === 0 : depth === 1;
}

/** Two entries of a tuple of integers exchanged. */
function swappedEntries(answer: string): string | null {
  const entries = /^\((-?\d+(?:,\s*-?\d+)+)\)$/
    .exec(answer)?.[1]
    ?.split(",")
    .map((entry) => entry.trim());
  const [first, second, ...rest] = entries ?? [];
  if (first === undefined || second === undefined || first === second) return null;
  return `(${[second, first, ...rest].join(",")})`;
}
