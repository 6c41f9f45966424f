const SECRET = /password|token|secret|api[-_]?key/i;
/** Stands in the log for what must not be in it. */
export const HIDDEN = "(hidden)";
const LONGEST = 300;
const MOST = 50;

/** What a change was called with, fit for a log: secrets are left out, long texts and lists cut. */
export function auditedInput(input: unknown): unknown {
  if (typeof input === "string") return input.length > LONGEST ? `${input.slice(0, LONGEST)}…` : input;
  if (Array.isArray(input)) {
    const kept = input.slice(0, MOST).map(auditedInput);
    return input.length > MOST ? [...kept, `and ${input.length - MOST} more`] : kept;
  }
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, SECRET.test(name) ? HIDDEN : auditedInput(value)]),
  );
}
