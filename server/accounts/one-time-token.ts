import { randomBytes } from "node:crypto";
import { sha256 } from "@/server/foundation/ids";

/** The secret part of a one-time link, and all of it that is kept. */
export function newToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: sha256(token) };
}
