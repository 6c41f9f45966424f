import type { z } from "zod";
import type { Actor } from "@/server/accounts/accounts.schema";
import { AppError } from "@/server/foundation/errors";
import { nameFor } from "../item/who-sees";
import type { ActView, HistoryPage, UndoState } from "../item-view.schema";
import type { ReviewContext } from "../review-context";
import type { historySchema } from "../review.schema";
import { actsAbout, findListed, listActs, type ListedAct } from "./acts-about.repo";
import { reachable } from "./undo-order";

/** What Ctrl Z and Ctrl Shift Z of the viewer would do now; read from the log alone, so it outlives page and process. */
export function undoState({ db, actor }: ReviewContext): UndoState {
  const { undo, redo } = reachable(actsAbout(db, actor.id));
  const view = (seq: number | null): ActView | null => {
    const found = seq === null ? null : findListed(db, seq);
    return found === null ? null : actView(found, actor);
  };
  return { undo: view(undo), redo: view(redo) };
}

/**
 * What was done, newest first: the viewer's own acts, or anybody's for an administrator.
 * @throws AppError when somebody else's acts are asked for
 */
export function history({ db, actor }: ReviewContext, input: z.infer<typeof historySchema>): HistoryPage {
  const { userId, limit } = input;
  if (actor.role !== "admin" && userId !== null && userId !== actor.id) {
    throw new AppError("forbidden", "Only an administrator reads what somebody else did.", {
      field: "userId",
    });
  }
  const whose = actor.role === "admin" ? userId : actor.id;
  const rows = listActs(db, { ...input, userId: whose, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return {
    acts: page.map((row) => actView(row, actor)),
    next: rows.length > limit ? (page.at(-1)?.act.seq ?? null) : null,
  };
}

function actView({ act, name, undone }: ListedAct, actor: Actor): ActView {
  const { seq, id, kind, summary, campaignId, itemNumber, itemCount, at, userId } = act;
  return {
    seq,
    id,
    kind,
    summary,
    campaignId,
    number: itemNumber,
    itemCount,
    at,
    undone,
    by: nameFor(actor, { id: userId, name }),
    mine: userId === actor.id,
  };
}
