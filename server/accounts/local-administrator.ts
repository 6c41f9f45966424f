import os from "node:os";
import { asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, users } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import type { Actor } from "./accounts.schema";

const LOCAL_ID = "user_local";

/**
 * The one person of a laptop: an administrator by name, without a password, for as long as nobody else can be
 * meant. Null once anybody has a password.
 */
export function localAdministrator({ db, clock }: { readonly db: Db; readonly clock: Clock }): Actor | null {
  if (db.select({ id: accounts.id }).from(accounts).limit(1).get() !== undefined) return null;
  const found = db
    .select()
    .from(users)
    .where(isNull(users.disabledAt))
    .orderBy(asc(users.createdAt))
    .limit(1)
    .get();
  if (found !== undefined) return { id: found.id, name: found.name, role: found.role };
  const at = new Date(clock.now());
  db.insert(users)
    .values({
      id: LOCAL_ID,
      name: ownName(),
      email: "administrator@localhost",
      role: "admin",
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .run();
  const made = db.select().from(users).where(eq(users.id, LOCAL_ID)).get();
  return made === undefined ? null : { id: made.id, name: made.name, role: made.role };
}

function ownName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A container may run under a number without a name.
    return "Administrator";
  }
}
