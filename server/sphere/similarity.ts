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

/**
 * Levenshtein distance in UTF-16 units.
 *
 * @param most distances above it need not be told apart: `most + 1` is given for all, in time that grows with `most` (Ukkonen's band)
 */
export function editDistance(a: string, b: string, most = MAX_COMPARED_CHARS): number {
  let [left, right] = [a.slice(0, MAX_COMPARED_CHARS), b.slice(0, MAX_COMPARED_CHARS)];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  [left, right] = [left.slice(start), right.slice(start)];
  let tail = 0;
  while (tail < Math.min(left.length, right.length) && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  [left, right] = [left.slice(0, left.length - tail), right.slice(0, right.length - tail)];

  const far = most + 1;
  if (Math.abs(left.length - right.length) > most) return far;
  const row = Uint32Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const [first, last] = [Math.max(1, i - most), Math.min(right.length, i + most)];
    let diagonal = row[first - 1] ?? 0;
    // Cells outside the band are further than `most`, whatever the row before left there.
    row[first - 1] = first === 1 ? i : far;
    if (last === i + most) row[last] = far;
    const code = left.charCodeAt(i - 1);
    let least = row[first - 1] ?? far;
    for (let j = first; j <= last; j++) {
      const above = row[j] ?? 0;
      const replaced = diagonal + (code === right.charCodeAt(j - 1) ? 0 : 1);
      const distance = Math.min(above + 1, (row[j - 1] ?? 0) + 1, replaced);
      row[j] = distance;
      diagonal = above;
      if (distance < least) least = distance;
    }
    if (least > most) return far;
  }
  return Math.min(far, row[right.length] ?? 0);
}

/** Whether `similarity(a, b) >= limit`, without the whole table of distances. */
export function isSimilar(a: string, b: string, limit: number): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return true;
  const compared = Math.min(longer, MAX_COMPARED_CHARS);
  const most = Math.floor((1 - limit) * compared) + 1;
  return 1 - editDistance(a, b, most) / compared >= limit;
}

/** 1 - edit distance / longer length, in [0, 1]. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const compared = Math.min(longer, MAX_COMPARED_CHARS);
  return 1 - editDistance(a, b) / compared;
}
