import { asc, inArray, isNull, and } from "drizzle-orm";
import { users } from "@/db/schema";
import { mayAct, ROLES } from "@/server/accounts/accounts.schema";
import type { ReviewContext } from "../review-context";

/** Whom items can be given to: people who may decide. Their names without any figure, so that leading needs no administrator. */
export function assignablePeople({ db }: Pick<ReviewContext, "db">) {
  const deciding = ROLES.filter((role) => mayAct(role, "annotator"));
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.disabledAt), inArray(users.role, deciding)))
    .orderBy(asc(users.name), asc(users.id))
    .all();
}
