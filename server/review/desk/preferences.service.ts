import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { userPreferences } from "@/db/schema";
import type { setPreferenceSchema } from "../campaigns.schema";
import type { Preferences } from "../queue-view.schema";
import type { ReviewContext } from "../review-context";

/** What a person set for themselves. */
export function readPreferences({ db, actor }: ReviewContext): Preferences {
  const rows = db.select().from(userPreferences).where(eq(userPreferences.userId, actor.id)).all();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Sets one of them; null takes it away. */
export function setPreference(
  ctx: ReviewContext,
  { name, value }: z.infer<typeof setPreferenceSchema>,
): Preferences {
  const { db, actor } = ctx;
  if (value === null || value === undefined) {
    db.delete(userPreferences)
      .where(and(eq(userPreferences.userId, actor.id), eq(userPreferences.name, name)))
      .run();
  } else {
    db.insert(userPreferences)
      .values({ id: `${actor.id}/${name}`, userId: actor.id, name, value })
      .onConflictDoUpdate({ target: userPreferences.id, set: { value } })
      .run();
  }
  return readPreferences(ctx);
}
