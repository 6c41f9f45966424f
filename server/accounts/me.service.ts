import type { Db } from "@/db/client";
import type { Actor, Me } from "./accounts.schema";
import { findPasswordHash } from "./passwords.repo";
import { findUser } from "./people.repo";

/** The asking person as the page shows them; null where nobody is signed in. */
export function readMe({ db, actor }: { readonly db: Db; readonly actor: Actor | null }): Me | null {
  if (actor === null) return null;
  const { id, name, role } = actor;
  const email = findUser(db, id)?.email ?? "";
  return { id, name, role, email, signsIn: findPasswordHash(db, id) !== null };
}
