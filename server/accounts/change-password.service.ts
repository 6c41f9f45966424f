import type { z } from "zod";
import { AppError } from "@/server/foundation/errors";
import type { Actor, changePasswordSchema } from "./accounts.schema";
import { takeAttempt } from "./attempts.repo";
import { authOf, type AccountsDeps } from "./better-auth";
import { findPasswordHash, storePasswordHash } from "./passwords.repo";
import { deleteSessionsOf } from "./sessions.repo";

const ATTEMPTS = { most: 5, windowMs: 60_000 };

/**
 * Another password for the asking person, who proves that they know the one of now. Ends every session, this one too:
 * whoever else was signed in by the old password is out.
 */
export async function changePassword(
  deps: AccountsDeps & { readonly actor: Actor },
  { currentPassword, password }: z.infer<typeof changePasswordSchema>,
): Promise<void> {
  const { db, clock, actor } = deps;
  const hash = findPasswordHash(db, actor.id);
  if (hash === null) {
    throw new AppError("conflict", "You have no password yet.", { fix: "Choose one first." });
  }
  if (!takeAttempt(db, { key: `change-password|${actor.id}`, now: clock.now(), ...ATTEMPTS })) {
    throw new AppError("conflict", "Too many tries.", { fix: "Wait a minute." });
  }
  const { password: passwords } = await authOf(deps).$context;
  if (!(await passwords.verify({ hash, password: currentPassword }))) {
    throw new AppError("invalid-input", "That is not your password of now.", { field: "currentPassword" });
  }
  const next = await passwords.hash(password);
  db.transaction(() => {
    storePasswordHash(db, { userId: actor.id, hash: next, now: clock.now() });
    deleteSessionsOf(db, actor.id);
  });
}
