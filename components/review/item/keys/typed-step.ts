/** Digits typed one after the other within this many milliseconds are one number. */
const DIGITS_TOGETHER_MS = 800;

export interface TypedDigits {
  readonly digits: string;
  readonly at: number;
}

/**
 * Reads a digit key: the step it names (from 0), and what to remember for the next digit. Digits that follow quickly
 * go on with the number while it still is a step of the chain (1, then 2: step 12), else the digit begins a new one.
 * Null where there is no such step.
 */
export function typeDigit(
  before: TypedDigits | null,
  { digit, at }: { readonly digit: string; readonly at: number },
  steps: number,
): { readonly step: number | null; readonly typed: TypedDigits } {
  const follows = before !== null && at - before.at <= DIGITS_TOGETHER_MS;
  const candidates = follows ? [before.digits + digit, digit] : [digit];
  const digits = candidates.find((text) => Number(text) >= 1 && Number(text) <= steps);
  return {
    step: digits === undefined ? null : Number(digits) - 1,
    typed: { digits: digits ?? digit, at },
  };
}

/** Whether a 0 that is typed now goes on with a number (1, then 0: step 10) instead of taking a mark away. */
export function goesOn(before: TypedDigits | null, at: number, steps: number): boolean {
  return before !== null && at - before.at <= DIGITS_TOGETHER_MS && Number(`${before.digits}0`) <= steps;
}
