import { sha256 } from "@/server/foundation/ids";

/**
 * SHA-256 of the statement's letters and digits, lower-cased: the same problem in another set has the same
 * one, however it is spaced or punctuated.
 */
export function fingerprint(statement: string): string {
  return sha256(
    statement
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ""),
  );
}
