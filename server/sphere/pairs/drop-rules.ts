/** Why a candidate pair was not kept, in plain words (method: preference pairs). */
export const DROP_RULES = {
  margin: "The two sides' Monte-Carlo values lie too close together to trust their order.",
  "path-value": "The chosen solution's steps are not worth more on average than the rejected one's.",
  "edit-distance": "The first differing steps differ in too few characters.",
  "too-similar": "The first differing steps are nearly the same text.",
  "length-ratio": "One side is more than twice as long as the other.",
  "near-duplicate": "A solution shares most of its words with a better one on the same side.",
  reuse: "One of the texts already stands on this side of two pairs.",
  "truncated-rejected":
    "The wrong solution was cut off, looped or ran too deep, so it does not end by itself.",
  boundary: "The two sides do not share a prefix that ends at the end of a line.",
  unverified: "The grader does not find the chosen side right and the rejected side wrong.",
  "off-policy": "The policy finds the rejected text so unlikely that training on it would teach nothing.",
  cap: "The problem already has as many pairs of this kind as it may have.",
} as const;

export type DropRule = keyof typeof DROP_RULES;

/** Counts drops by rule. */
export class DropCounts {
  readonly #counts = new Map<DropRule, number>();

  add(rule: DropRule, count = 1): void {
    if (count > 0) this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + count);
  }

  toRecord(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
