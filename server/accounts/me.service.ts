import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, users } from "@/db/schema";
import type { Actor, Me } from "./accounts.schema";

/** The asking person as the page shows them; null where nobody is signed in. */
export function readMe({ db, actor }: { readonly db: Db; readonly actor: Actor | null }): Me | null {
  if (actor === null) return null;
  const user = db.select({ email: users.email }).from(users).where(eq(users.id, actor.id)).get();
  const account = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.userId, actor.id))
    .limit(1)
    .get();
  return { ...actor, email: user?.email ?? "", signsIn: account !== undefined };
}
