import type { Extraction, GradeOptions } from "../verdict";
import { closingBrace } from "./braces";

/** The answer that a response states, or null when it states none. Never throws. */
export function extractAnswer(response: string, _options: GradeOptions = {}): Extraction | null {
  const box = response.lastIndexOf("\\boxed{");
  if (box < 0) return null;
  const open = box + "\\boxed".length;
  const close = closingBrace(response, open);
  if (close < 0) return null;
  return { answer: response.slice(open + 1, close).trim(), rule: "boxed", start: box, end: close + 1 };
}
