import type { GramCounts } from "./n-grams";

/** Counted for an order without a match, so that one such order does not make the score nought (NLTK's method 1). */
const EPSILON = 0.1;

/**
 * Self-BLEU-4 (Zhu et al., Texygen): the mean BLEU of each text against all the others, with clipped counts, the
 * brevity penalty of the nearest length, and a smoothing of orders without a match. In [0, 1]; lower is more
 * diverse. Figures equal NLTK's `sentence_bleu` with `SmoothingFunction().method1`.
 *
 * @param grams of `countNGrams`: n-grams for n = 1..4 of each text
 * @param lengths tokens of each text
 * @returns null below two texts
 */
export function selfBleu(
  grams: readonly (readonly GramCounts[])[],
  lengths: readonly number[],
): number | null {
  if (lengths.length < 2) return null;
  const orders = grams.map(clippedMatches);
  const scores = lengths.map((length, index) => {
    const matches = orders.map((order) => order[index] ?? { matched: 0, total: 0 });
    if (matches[0]?.matched === 0) return 0;
    const logs = matches.map(({ matched, total }) => Math.log((matched || EPSILON) / Math.max(1, total)));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    return brevityPenalty(length, nearestLength(lengths, index)) * Math.exp(mean);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

interface Largest extends Record<"next", number> {
  readonly count: number;
  readonly text: number;
}

/** N-grams of each text, and how many of them another text has at least as often. */
function clippedMatches(texts: readonly GramCounts[]) {
  // The largest count of each n-gram, whose it is, and the next: "the most in any other text" in one pass.
  const largest = new Map<number, Largest>();
  for (const [text, counts] of texts.entries())
    for (const [gram, count] of counts) {
      const known = largest.get(gram);
      if (known === undefined) largest.set(gram, { count, text, next: 0 });
      else if (count > known.count) largest.set(gram, { count, text, next: known.count });
      else known.next = Math.max(known.next, count);
    }
  return texts.map((counts, text) => {
    let [matched, total] = [0, 0];
    for (const [gram, count] of counts) {
      const most = largest.get(gram);
      total += count;
      matched += Math.min(count, (most?.text === text ? most.next : most?.count) ?? 0);
    }
    return { matched, total };
  });
}

/** Length of the other text that is nearest to this one's; the shorter of two equally near. */
function nearestLength(lengths: readonly number[], index: number): number {
  const own = lengths[index] ?? 0;
  return lengths
    .filter((_, other) => other !== index)
    .reduce((best, length) => {
      const [gap, least] = [Math.abs(length - own), Math.abs(best - own)];
      return gap < least || (gap === least && length < best) ? length : best;
    });
}

function brevityPenalty(length: number, nearest: number): number {
  return length > nearest ? 1 : Math.exp(1 - nearest / length);
}
