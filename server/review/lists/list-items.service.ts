import { mayAct } from "@/server/accounts/accounts.schema";
import { AppError } from "@/server/foundation/errors";
import type { ItemList } from "../queue-view.schema";
import type { ReviewContext } from "../review-context";
import type { ItemFilter, ListItems } from "../review.schema";
import { hiddenFrom } from "./hidden-rows.repo";
import { countListed, hasAllItems, listNumbers, readRows } from "./list-items.repo";

/**
 * A page of the items that a filter finds, and how many it finds. Of items that a person still has to decide on blindly
 * what the machine and others think is left out.
 * @throws AppError when the filter asks what others decided and the person may not see that
 */
export function listItems(ctx: ReviewContext, input: ListItems): ItemList {
  const { db } = ctx;
  requireOwnDecisions(ctx, input.filter);
  const { campaignId } = input;
  const listed = db.transaction((tx) => {
    const everywhere = campaignId !== null && input.state === null && hasAllItems(tx, campaignId);
    const chosen = everywhere ? { ...input, campaignId: null } : input;
    const total = countListed(tx, chosen);
    const numbers = listNumbers(tx, { ...chosen, total });
    return { total, numbers, rows: readRows(tx, { numbers, campaignId }) };
  });
  const hidden = hiddenFrom(ctx, listed.numbers);
  const byNumber = new Map(listed.rows.map((row) => [row.number, row]));
  const items = listed.numbers.flatMap((number) => {
    const row = byNumber.get(number);
    if (row === undefined) return [];
    return hidden.has(number)
      ? [
          {
            ...row,
            bucket: null,
            margin: null,
            machineAccepted: null,
            outcome: "undecided" as const,
            decisionCount: 0,
          },
        ]
      : [row];
  });
  return { total: listed.total, items };
}

/** @throws AppError when the filter asks what somebody else decided and the person may not see that */
export function requireOwnDecisions({ actor }: ReviewContext, { annotatorId }: ItemFilter): void {
  if (annotatorId === null || annotatorId === actor.id || mayAct(actor.role, "admin")) return;
  throw new AppError("forbidden", "Only administrators see what somebody else decided.", {
    field: "filter.annotatorId",
    fix: "Choose yourself, or leave the annotator out.",
  });
}
