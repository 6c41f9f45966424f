import type { z } from "zod";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import { AppError } from "@/server/foundation/errors";
import { sha256 } from "@/server/foundation/ids";
import type { newPasswordSchema } from "./accounts.schema";
import { authOf, type AccountsDeps } from "./better-auth";
import { newToken } from "./one-time-token";
import { findPasswordHash, storePasswordHash } from "./passwords.repo";
import { findPasswordLink, replacePasswordLink, takePasswordLink } from "./password-links.repo";
import { findUser } from "./people.repo";
import { deleteSessionsOf } from "./sessions.repo";

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
  readonly env: Pick<Env, "origin">;
}

const LASTS_MS = 24 * 60 * 60_000;

export interface NewPasswordLink {
  readonly token: string;
  /** The address that the link begins with; null: the one by which the page itself was reached. */
  readonly origin: string | null;
  readonly expiresAt: number;
}

/** A link for somebody who forgot their password, in the place of every earlier one. Theirs of now stays good until then. */
export function makePasswordLink(
  { db, clock, env }: Deps,
  { userId }: { readonly userId: string },
): NewPasswordLink {
  const user = findUser(db, userId);
  if (user === undefined || findPasswordHash(db, userId) === null) {
    throw new AppError("not-found", "There is no such person with a password.", { field: "userId" });
  }
  if (user.disabledAt !== null) {
    throw new AppError("conflict", `${user.name} is disabled.`, { fix: "Let them in again first." });
  }
  const { token, tokenHash } = newToken();
  const now = clock.now();
  const expiresAt = now + LASTS_MS;
  replacePasswordLink(db, { tokenHash, userId, now, expiresAt });
  return { token, origin: env.origin ?? null, expiresAt };
}

/** For whom a link is; null where it is good for nothing (any more). */
export function readPasswordLink(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { token }: { readonly token: string },
): { readonly name: string; readonly email: string } | null {
  const userId = findPasswordLink(db, { tokenHash: sha256(token), now: clock.now() });
  const user = userId === null ? undefined : findUser(db, userId);
  if (user === undefined || user.disabledAt !== null) return null;
  return { name: user.name, email: user.email };
}

/** Takes a new password through a link, once; ends every session that the person has. */
export async function takeNewPassword(
  deps: AccountsDeps,
  { token, password }: z.infer<typeof newPasswordSchema>,
): Promise<void> {
  if (readPasswordLink(deps, { token }) === null) throw closed();
  const { password: passwords } = await authOf(deps).$context;
  const hash = await passwords.hash(password);
  const { db, clock } = deps;
  db.transaction(() => {
    const now = clock.now();
    const userId = takePasswordLink(db, { tokenHash: sha256(token), now });
    if (userId === null) throw closed();
    storePasswordHash(db, { userId, hash, now });
    deleteSessionsOf(db, userId);
  });
}

function closed(): AppError {
  return new AppError("forbidden", "This link is used, replaced or too old.", {
    fix: "Ask an administrator for a new one.",
  });
}
