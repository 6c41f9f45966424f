import os from "node:os";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Actor } from "./accounts.schema";
import { anyPassword, findFirstAdministrator, findUser, insertUser, type UserRow } from "./people.repo";

const LOCAL_ID = "user_local";

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
}

/**
 * The one person of a laptop: an administrator by name, without a password, for as long as nobody else can be
 * meant. Null once anybody has a password.
 */
export function localAdministrator(deps: Deps): Actor | null {
  if (anyPassword(deps.db)) return null;
  const { id, name, role } = firstAdministrator(deps);
  return { id, name, role };
}

/** The first administrator's row, made where there is none. */
export function firstAdministrator({ db, clock }: Deps): UserRow {
  const found = findFirstAdministrator(db);
  if (found !== undefined) return found;
  const at = new Date(clock.now());
  insertUser(db, {
    id: LOCAL_ID,
    name: ownName(),
    email: "administrator@localhost",
    role: "admin",
    createdAt: at,
    updatedAt: at,
  });
  const made = findUser(db, LOCAL_ID);
  if (made === undefined) throw new Error("The administrator's row was not kept.");
  return made;
}

function ownName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A container may run under a number without a name.
    return "Administrator";
  }
}
