import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Env } from "@/server/foundation/env";

/** What signs session cookies: from the environment, else made once and kept for this user's eyes in the home folder. */
export function authSecret({ secret, home }: Pick<Env, "secret" | "home">): string {
  if (secret !== undefined) return secret;
  const file = path.join(home, "auth-secret");
  fs.mkdirSync(home, { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    // It is there already; anything else that is wrong with it shows when it is read.
    if (!isTaken(error)) throw error;
  }
  return fs.readFileSync(file, "utf8").trim();
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
