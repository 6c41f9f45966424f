/** Texts beyond this are compared by their beginnings: the table of distances is quadratic. */
const MAX_COMPARED_CHARS = 4000;

/** Numbers, words and signs of a text, lower-cased, in order. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+|[^\s\p{L}\d]/gu) ?? [];
}

/** Shared tokens over all tokens, in [0, 1]; two empty texts are equal. */
export function jaccard(a: string, b: string): number {
  const [left, right] = [new Set(words(a)), new Set(words(b))];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** Levenshtein distance in UTF-16 units. */
export function editDistance(a: string, b: string): number {
  let [left, right] = [a.slice(0, MAX_COMPARED_CHARS), b.slice(0, MAX_COMPARED_CHARS)];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  [left, right] = [left.slice(start), right.slice(start)];
  let tail = 0;
  while (tail < Math.min(left.length, right.length) && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  [left, right] = [left.slice(0, left.length - tail), right.slice(0, right.length - tail)];

  const row = Uint32Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    const code = left.charCodeAt(i - 1);
    for (let j = 1; j <= right.length; j++) {
      const above = row[j] ?? 0;
      const replaced = diagonal + (code === right.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, replaced);
      diagonal = above;
    }
  }
  return row[right.length] ?? 0;
}

/** 1 - edit distance / longer length, in [0, 1]. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const compared = Math.min(longer, MAX_COMPARED_CHARS);
  return 1 - editDistance(a, b) / compared;
}
