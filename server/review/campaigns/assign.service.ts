import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { campaignItems, reviewItems, users } from "@/db/schema";
import { mayAct } from "@/server/accounts/accounts.schema";
import { AppError } from "@/server/foundation/errors";
import type { AssignItems } from "../campaigns.schema";
import { isOpen, itemWhere } from "../lists/item-where";
import type { Reads, ReviewContext } from "../review-context";
import { requireCampaign } from "./campaigns.service";

/**
 * Gives open items that nobody was given to one person, who alone is handed them then; or frees given ones (`userId`
 * null). In the campaign's order, at most `count`.
 * @returns items that changed
 * @throws AppError when the person cannot review
 */
export function assignItems(ctx: ReviewContext, input: AssignItems): { readonly items: number } {
  const { campaignId, filter, userId, count } = input;
  return ctx.db.transaction(
    (tx) => {
      requireCampaign(tx, campaignId);
      if (userId !== null) requireAnnotator(tx, userId);
      const free = userId === null ? isNotNull(campaignItems.assignedTo) : isNull(campaignItems.assignedTo);
      const numbers = tx
        .select({ number: campaignItems.itemNumber })
        .from(campaignItems)
        .where(and(eq(campaignItems.campaignId, campaignId), eq(campaignItems.state, "open"), free))
        .orderBy(asc(campaignItems.rank))
        .limit(count);
      const found = isOpen(filter)
        ? numbers
        : tx
            .select({ number: campaignItems.itemNumber })
            .from(campaignItems)
            .innerJoin(reviewItems, eq(reviewItems.number, campaignItems.itemNumber))
            .where(
              and(
                eq(campaignItems.campaignId, campaignId),
                eq(campaignItems.state, "open"),
                free,
                itemWhere(filter),
              ),
            )
            .orderBy(asc(campaignItems.rank))
            .limit(count);
      const { changes } = tx
        .update(campaignItems)
        .set({ assignedTo: userId })
        .where(and(eq(campaignItems.campaignId, campaignId), inArray(campaignItems.itemNumber, found)))
        .run();
      return { items: changes };
    },
    { behavior: "immediate" },
  );
}

function requireAnnotator(db: Reads, userId: string): void {
  const person = db.select().from(users).where(eq(users.id, userId)).get();
  if (person === undefined || person.disabledAt !== null) {
    throw new AppError("not-found", "There is no such person.", {
      field: "userId",
      fix: "Choose somebody who can sign in.",
    });
  }
  if (mayAct(person.role, "annotator")) return;
  throw new AppError("invalid-input", "This person may only read.", {
    field: "userId",
    fix: "An administrator can make them an annotator.",
  });
}
