import { AppError } from "@/server/foundation/errors";
import { readReasons } from "../desk/reasons.service";
import type { Reads } from "../review-context";

/**
 * The reason codes of a decision, each once. A code that was switched off since stays with a decision that had it.
 * @throws AppError when a code is neither active nor among those kept
 */
export function checkReasons(db: Reads, reasons: readonly string[], kept: readonly string[]): string[] {
  const active = readReasons(db).filter((reason) => reason.active);
  const known = new Set([...active.map(({ code }) => code), ...kept]);
  const unknown = reasons.find((code) => !known.has(code));
  if (unknown !== undefined) {
    throw new AppError("invalid-input", `There is no reason "${unknown}" any more.`, {
      field: "reasons",
      fix: "Choose among the reasons that are on.",
    });
  }
  return [...new Set(reasons)];
}
