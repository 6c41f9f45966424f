import { createHash, randomBytes } from "node:crypto";

/** A new id that sorts by time of making: `run_0mc3k1x9a4f2c1d0e9`. */
export function newId(prefix: string, now: number = Date.now()): string {
  return `${prefix}_${now.toString(36).padStart(9, "0")}${randomBytes(5).toString("hex")}`;
}

/** An id made from content: the same parts give the same id on any machine, in any order of arrival. */
export function contentId(prefix: string, parts: readonly unknown[]): string {
  return `${prefix}_${sha256(JSON.stringify(parts)).slice(0, 24)}`;
}

/** Lower-case hexadecimal SHA-256 of UTF-8 text. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
