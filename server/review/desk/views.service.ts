import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { reviewViews } from "@/db/schema";
import { newId } from "@/server/foundation/ids";
import type { saveViewSchema, viewIdSchema } from "../campaigns.schema";
import type { SavedView } from "../queue-view.schema";
import type { ReviewContext } from "../review-context";

/** A person's own saved views of the list, by name. */
export function listViews({ db, actor }: ReviewContext): SavedView[] {
  return db
    .select({ id: reviewViews.id, name: reviewViews.name, query: reviewViews.query })
    .from(reviewViews)
    .where(eq(reviewViews.userId, actor.id))
    .orderBy(asc(reviewViews.name))
    .all();
}

/** Keeps the list's address under a name; the same name again replaces it. */
export function saveView(ctx: ReviewContext, { name, query }: z.infer<typeof saveViewSchema>): SavedView {
  const now = ctx.clock.now();
  return ctx.db
    .insert(reviewViews)
    .values({ id: newId("view", now), userId: ctx.actor.id, name, query, createdAt: now })
    .onConflictDoUpdate({ target: [reviewViews.userId, reviewViews.name], set: { query } })
    .returning({ id: reviewViews.id, name: reviewViews.name, query: reviewViews.query })
    .get();
}

/** Removes one of a person's own views. @returns false where there was none */
export function removeView(
  { db, actor }: ReviewContext,
  { viewId }: z.infer<typeof viewIdSchema>,
): { readonly removed: boolean } {
  const own = and(eq(reviewViews.id, viewId), eq(reviewViews.userId, actor.id));
  return { removed: db.delete(reviewViews).where(own).run().changes === 1 };
}
