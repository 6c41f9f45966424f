const SMALL =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const THOUSANDS = ["thousand", "million"];

/** The value of a whole number below 10^9 in English words, or null. */
export function numberFromWords(text: string): number | null {
  if (text.length > 100) return null;
  const plain = text
    .replace(/^\\(?:text|mbox)\s*\{(.*)\}$/, "$1")
    .trim()
    .toLowerCase();
  if (!/^[a-z][a-z -]*$/.test(plain)) return null;
  const words = plain.split(/[-\s]+/);
  let total = 0;
  for (const [at, name] of Array.from(THOUSANDS.entries()).toReversed()) {
    const end = words.indexOf(name);
    if (end < 0) continue;
    const count = belowThousand(words.splice(0, end + 1).slice(0, -1));
    if (count === null || count === 0) return null;
    total += count * 1000 ** (at + 1);
  }
  if (words.length === 0) return total;
  const rest = belowThousand(words[0] === "and" && total > 0 ? words.slice(1) : words);
  return rest === null || (rest === 0 && total > 0) ? null : total + rest;
}

function belowThousand(words: readonly string[]): number | null {
  if (words[1] !== "hundred") return belowHundred(words);
  const hundreds = SMALL.indexOf(words[0] === "a" ? "one" : (words[0] ?? ""));
  if (hundreds < 1 || hundreds > 9) return null;
  const rest = words.slice(words[2] === "and" ? 3 : 2);
  if (rest.length === 0) return words.length === 2 ? 100 * hundreds : null;
  const small = belowHundred(rest);
  return small === null || small === 0 ? null : 100 * hundreds + small;
}

function belowHundred(words: readonly string[]): number | null {
  const [first = "", second, ...rest] = words;
  if (rest.length > 0) return null;
  const small = SMALL.indexOf(first);
  if (small >= 0) return second === undefined ? small : null;
  const tens = TENS.indexOf(first);
  if (tens < 0) return null;
  const units = second === undefined ? 0 : SMALL.indexOf(second);
  return units < 0 || units > 9 || (second !== undefined && units === 0) ? null : 10 * (tens + 2) + units;
}
