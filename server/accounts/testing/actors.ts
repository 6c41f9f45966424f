import type { Db } from "@/db/client";
import { users } from "@/db/schema";
import type { Actor, Role } from "../accounts.schema";

/** Whoever may do everything; without a row, for tests that do not ask who it was. */
export const TEST_ADMIN: Actor = { id: "user_test-admin", name: "Test administrator", role: "admin" };

/** A person with a row of their own. */
export function addActor(db: Db, id: string, role: Role = "annotator"): Actor {
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  const at = new Date(0);
  db.insert(users)
    .values({ id, name, email: `${id}@example.org`, role, createdAt: at, updatedAt: at })
    .run();
  return { id, name, role };
}
