const SMALL =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The value of a whole number below a hundred in English words, or null. */
export function numberFromWords(text: string): number | null {
  if (text.length > 40) return null;
  const plain = text
    .replace(/^\\(?:text|mbox)\s*\{(.*)\}$/, "$1")
    .trim()
    .toLowerCase();
  const small = SMALL.indexOf(plain);
  if (small >= 0) return small;
  const [first, second, ...rest] = plain.split(/[-\s]/);
  const tens = TENS.indexOf(first ?? "");
  if (tens < 0 || rest.length > 0) return null;
  const units = second === undefined ? 0 : SMALL.indexOf(second);
  return units < 0 || units > 9 ? null : 10 * (tens + 2) + units;
}
