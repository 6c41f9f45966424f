import { splitSteps } from "../split-steps";
import { STEP_LABEL, stepKey } from "../step-key";

export interface Reflection {
  /** 0-based step that the model blamed, if it named one. */
  readonly claimedStep: number | null;
  readonly explanation: string | null;
  /** Text of the repaired solution, or of its end; null where none could be read. */
  readonly corrected: string | null;
}

const CLAIM = /first wrong step\W{0,8}(?:step\s*)?#?\s*(\d{1,4})/i;
const EXPLANATION = /what(?: is|'s) wrong[*_\s]*:?/i;
const CORRECTED = /^.{0,8}corrected solution[*_\s]*:?[*_]*/im;

/** Reads a reply of the reflection prompt; models that keep the form only half are read as far as it goes. */
export function parseReflection(reply: string): Reflection {
  const claim = CLAIM.exec(reply);
  const header = CORRECTED.exec(reply);
  const afterClaim = claim === null ? 0 : claim.index + claim[0].length;
  const bodyAt = header === null ? firstLabelledLine(reply, afterClaim) : header.index + header[0].length;
  const corrected = bodyAt === null ? "" : reply.slice(bodyAt).trim();

  const why = EXPLANATION.exec(reply);
  const whyEnd = header?.index ?? bodyAt ?? reply.length;
  const explanation = why === null ? "" : reply.slice(why.index + why[0].length, whyEnd).trim();
  const number = claim === null ? 0 : Number(claim[1]);
  return {
    claimedStep: number >= 1 ? number - 1 : null,
    explanation: explanation === "" ? null : explanation,
    corrected: corrected === "" ? null : corrected,
  };
}

export interface RepairedSteps {
  /** Steps of the wrong chain that the repair keeps, byte for byte. */
  readonly kept: readonly string[];
  /** What the model wrote after them; "" when it wrote nothing new. */
  readonly continuation: string;
}

/**
 * Joins a repair to the wrong chain: a repair that opens at "Step k" keeps the steps before it, and steps that
 * it copies from the wrong chain are taken from there. Null when it opens beyond the wrong chain's end.
 */
export function joinRepair(wrong: readonly string[], corrected: string): RepairedSteps | null {
  const opening = Number(STEP_LABEL.exec(corrected)?.[1] ?? 1);
  const start = Math.max(0, opening - 1);
  if (start > 0 && (start >= wrong.length || !endsLine(wrong[start - 1]))) return null;
  const repaired = splitSteps(corrected).steps;
  let copied = 0;
  while (copied < repaired.length) {
    const original = wrong[start + copied];
    if (original === undefined || stepKey(original) !== stepKey(repaired[copied] ?? "")) break;
    if (!endsLine(original) && copied < repaired.length - 1) break;
    copied += 1;
  }
  return { kept: wrong.slice(0, start + copied), continuation: repaired.slice(copied).join("") };
}

function endsLine(step: string | undefined): boolean {
  return step?.endsWith("\n") ?? false;
}

function firstLabelledLine(text: string, from: number): number | null {
  if (from === 0 && STEP_LABEL.test(text)) return 0;
  for (let start = text.indexOf("\n", from) + 1; start > 0; start = text.indexOf("\n", start) + 1) {
    if (STEP_LABEL.test(text.slice(start))) return start;
  }
  return null;
}
