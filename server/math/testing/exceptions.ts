/**
 * References that are malformed or prose in the source, by id with the reason. They are graded like all others, and all
 * but those marked `false` still accept themselves.
 */
export const MALFORMED: Readonly<
  Record<string, { readonly reason: string; readonly acceptsItself: boolean }>
> = {
  "olympiadbench-1965": { reason: "a formula with a condition in words", acceptsItself: true },
  "olympiadbench-1760": { reason: "named angles; the unit is kept apart", acceptsItself: true },
  "olympiadbench-2045": { reason: "an interval behind a stray letter", acceptsItself: true },
  "olympiadbench-2349": { reason: "a stray dollar sign between two answers", acceptsItself: true },
  "olympiadbench-1970": { reason: "a full stop outside the dollars", acceptsItself: true },
  "olympiadbench-2498": { reason: "two answers of different problems in one field", acceptsItself: true },
  "math-train-counting_and_probability-360": {
    reason: "an exact amount and its rounding in one answer",
    acceptsItself: true,
  },
};
