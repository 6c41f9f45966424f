/**
 * `diversity` owns how different the solutions of one problem are: measures, and the choice of different ones.
 * It never samples and never pairs; the stages do.
 */

const ORDERS = [1, 2, 3, 4] as const;

/** How often each n-gram occurs in one text. N-grams are numbers, equal for equal n-grams of the texts counted together. */
export type GramCounts = ReadonlyMap<number, number>;

/** Numbers things in the order in which they are first seen. */
class Numbering<T> {
  readonly #known = new Map<T, number>();

  of(thing: T): number {
    const known = this.#known.get(thing);
    if (known !== undefined) return known;
    this.#known.set(thing, this.#known.size);
    return this.#known.size - 1;
  }

  get size(): number {
    return this.#known.size;
  }
}

/**
 * N-grams of several lists of tokens, for n = 1..4: `result[n - 1][text]`. An n-gram is named by its first n - 1 tokens' name and
 * its last token, which spares making and hashing long texts.
 */
export function countNGrams(texts: readonly (readonly string[])[]): readonly (readonly GramCounts[])[] {
  const words = new Numbering<string>();
  const tokens = texts.map((text) => text.map((word) => words.of(word)));
  let grams: readonly (readonly number[])[] = tokens;
  return ORDERS.map((n) => {
    if (n > 1) {
      const longer = new Numbering<number>();
      grams = grams.map((shorter, text) =>
        shorter
          .slice(0, -1)
          .map((gram, at) => longer.of(gram * words.size + (tokens[text]?.[at + n - 1] ?? 0))),
      );
    }
    return grams.map(count);
  });
}

function count(grams: readonly number[]): GramCounts {
  const counts = new Map<number, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}
