/** A reference answer that is known to be wrong or unreadable in its source. */
export interface KnownReference {
  readonly externalId: string;
  readonly reason: string;
  /** What is graded against instead; null where nothing certain is known, and then the item counts nowhere. */
  readonly corrected: string | null;
}

const wrong = (id: string, corrected: string): KnownReference => ({
  externalId: `gsm8k-train-${id}`,
  reason: "The source's answer is wrong (NVIDIA/NeMo-Skills corrects it).",
  corrected,
});

/** The corrections of NVIDIA/NeMo-Skills. A run that makes training pairs keeps to the file's own answers. */
export const GSM8K_TRAIN_REFERENCES: readonly KnownReference[] = [
  wrong("0167", "19200"),
  wrong("0356", "64"),
  wrong("0657", "07:30"),
  wrong("1081", "2740"),
  wrong("1342", "531000"),
  wrong("2770", "108"),
  wrong("3529", "13"),
  wrong("4795", "6"),
  wrong("6670", "15"),
  wrong("7182", "10"),
  wrong("7401", "10750"),
];

/** Corrected where the solution in the source itself ends with another answer than its answer field. */
export const OLYMPIADBENCH_REFERENCES: readonly KnownReference[] = [
  {
    externalId: "olympiadbench-1965",
    reason: "A formula with a condition in words: no grader can tell another right wording from a wrong one.",
    corrected: null,
  },
  {
    externalId: "olympiadbench-1970",
    reason: "A full stop stands outside the dollar signs.",
    corrected: "(-\\infty, 0) \\cup\\{1\\}",
  },
  {
    externalId: "olympiadbench-2045",
    reason: "The letter of the variable stands before the interval, and reads as a factor.",
    corrected: "(0,4]",
  },
  {
    externalId: "olympiadbench-2349",
    reason: "A stray dollar sign stands between the two answers.",
    corrected: "221,8",
  },
  {
    externalId: "olympiadbench-2498",
    reason: "A stray comma makes two answers of one product, as the source's own solution shows.",
    corrected: "\\frac{1}{2} \\sqrt{x}",
  },
];

export const MATH_TRAIN_REFERENCES: readonly KnownReference[] = [
  {
    externalId: "math-train-counting_and_probability-360",
    reason: "An exact amount and its rounding stand in one answer.",
    corrected: "\\$\\dfrac23",
  },
];
