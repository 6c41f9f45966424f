/** The words of a field's error as the form holds it; null where there is none. */
export function messageOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  if ("message" in error && typeof error.message === "string" && error.message !== "") return error.message;
  // What is wrong with a list as a whole.
  return "root" in error ? messageOf(error.root) : null;
}
