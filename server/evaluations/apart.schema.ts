/** The parts of a pass key, in the order in which a difference is told: what is the question, then how it was asked. */
export const APART_PARTS = ["items", "prompt", "sampling", "max-tokens", "grader"] as const;
/** What differs between two numbers that may not be ranked together. */
export type ApartPart = (typeof APART_PARTS)[number];
