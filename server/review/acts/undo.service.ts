import type { z } from "zod";
import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { chainVersions, reviewDecisions } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { isUndone } from "../item/item.repo";
import type { ActResult } from "../item-view.schema";
import type { Reads, ReviewContext, Transaction } from "../review-context";
import type { undoSchema } from "../review.schema";
import { actOnce, actResult, findAct, type ActRow } from "./act-once";
import { actsAbout, flagActs, wasUndone } from "./acts-about.repo";
import { flagFromLog } from "./flag.service";
import { restateItems } from "./restate-items.repo";
import { inTheWay, itemsOf, standBefore, standFrom } from "./standing.repo";
import { reachable, stackOf } from "./undo-order";

type Input = z.infer<typeof undoSchema>;
type Direction = "undo" | "redo";

/**
 * Takes an act back: what it changed is again as it was before. The log keeps both.
 * @throws AppError when there is nothing to undo, it is somebody else's, or a later act has to be undone first
 */
export function undo(ctx: ReviewContext, input: Input): ActResult {
  return turn(ctx, input, "undo");
}

/** Does again what was undone. @throws AppError as `undo` does */
export function redo(ctx: ReviewContext, input: Input): ActResult {
  return turn(ctx, input, "redo");
}

function turn(ctx: ReviewContext, input: Input, direction: Direction): ActResult {
  const act = actOnce(ctx, { actId: input.actId, kind: direction }, ({ tx, log }) => {
    const target = targetOf(tx, ctx.actor, { seq: input.target, direction });
    const blocking = blockingAct(tx, target, direction);
    if (blocking !== null) throw blocked(tx, blocking, direction);
    const { campaignId, itemNumber, problemId, itemCount, summary } = target;
    const done = log({
      campaignId,
      itemNumber,
      problemId,
      itemCount,
      target: target.seq,
      summary: `${direction === "undo" ? "Undid" : "Did again"}: ${summary}`,
    });
    apply(tx, target, direction);
    return done;
  });
  return actResult(act);
}

/** The act that is asked for, or the one that Ctrl Z reaches. */
function targetOf(
  db: Reads,
  actor: ReviewContext["actor"],
  { seq, direction }: { readonly seq: number | null; readonly direction: Direction },
): ActRow {
  const wanted = seq ?? reachable(actsAbout(db, actor.id))[direction];
  if (wanted === null) throw new AppError("conflict", `There is nothing to ${direction}.`);
  const target = findAct(db, wanted);
  if (target === null || target.kind === "undo" || target.kind === "redo") {
    throw new AppError("not-found", "There is no such act.", {
      field: "target",
      fix: "Undo decisions, edits and flags; an undo itself is taken back by a redo.",
    });
  }
  if (target.userId !== actor.id && actor.role !== "admin") {
    throw new AppError("forbidden", "Only an administrator takes back what somebody else did.", {
      field: "target",
    });
  }
  if (wasUndone(db, target.seq) === (direction === "undo")) {
    throw new AppError("conflict", direction === "undo" ? "That is undone already." : "That is not undone.", {
      field: "target",
    });
  }
  return target;
}

/** The act that has to be undone (or redone) before; `seq` null: one that cannot be named. Null: the way is free. */
function blockingAct(
  db: Reads,
  target: ActRow,
  direction: Direction,
): { readonly seq: number | null } | null {
  if (target.kind === "edit") return direction === "undo" ? decisionAbout(db, target) : null;
  if (target.kind === "flag") return flagInTheWay(db, target, direction);
  return inTheWay(db, target.seq, direction) ?? (direction === "redo" ? missingVersion(db, target) : null);
}

/** The newest decision that is done and is about the chain that an edit made. */
function decisionAbout(db: Reads, target: ActRow): { readonly seq: number } | null {
  const version = db.select().from(chainVersions).where(eq(chainVersions.actSeq, target.seq)).get();
  if (version === undefined) return null;
  const rows = db
    .select({ seq: reviewDecisions.actSeq })
    .from(reviewDecisions)
    .where(
      and(
        eq(reviewDecisions.itemNumber, version.itemNumber),
        or(
          eq(reviewDecisions.chosenVersionId, version.id),
          eq(reviewDecisions.rejectedVersionId, version.id),
        ),
        sql`not ${isUndone(reviewDecisions.actSeq)}`,
      ),
    )
    .orderBy(sql`${reviewDecisions.seq} desc`)
    .get();
  return rows ?? null;
}

/** An undone edit that made a chain which an act's decision is about. */
function missingVersion(db: Reads, target: ActRow): { readonly seq: number } | null {
  const about = or(
    eq(chainVersions.id, reviewDecisions.chosenVersionId),
    eq(chainVersions.id, reviewDecisions.rejectedVersionId),
  );
  const row = db
    .select({ seq: chainVersions.actSeq })
    .from(reviewDecisions)
    .innerJoin(chainVersions, about)
    .where(
      and(
        eq(reviewDecisions.actSeq, target.seq),
        isNotNull(sql`coalesce(${reviewDecisions.chosenVersionId}, ${reviewDecisions.rejectedVersionId})`),
        sql`${isUndone(chainVersions.actSeq)}`,
      ),
    )
    .get();
  return row ?? null;
}

function flagInTheWay(
  db: Reads,
  target: ActRow,
  direction: Direction,
): { readonly seq: number | null } | null {
  const { done, before } = stackOf(flagActs(db, flagKey(target)));
  const top = done.at(-1) ?? null;
  const wanted = direction === "undo" ? target.seq : (before.get(target.seq) ?? null);
  return top === wanted ? null : { seq: top };
}

function apply(tx: Transaction, target: ActRow, direction: Direction): void {
  if (target.kind === "flag") flagFromLog(tx, flagKey(target));
  if (target.kind !== "decide" && target.kind !== "bulk") return;
  if (direction === "undo") standBefore(tx, target.seq);
  else standFrom(tx, target.seq);
  restateItems(tx, itemsOf(tx, target.seq));
}

function flagKey({ userId, problemId }: ActRow): { readonly userId: string; readonly problemId: string } {
  return { userId, problemId: problemId ?? "" };
}

function blocked(db: Reads, { seq }: { readonly seq: number | null }, direction: Direction): AppError {
  const act = seq === null ? null : findAct(db, seq);
  if (act === null) {
    return new AppError("conflict", "What this was done after is undone.", {
      field: "target",
      fix: "Redo that first.",
    });
  }
  const first = act.kind === "edit" && direction === "redo" ? "Redo" : "Undo";
  return new AppError("conflict", `Act ${act.seq} is in the way: ${act.summary}.`, {
    field: "target",
    fix: `${first} that first.`,
  });
}
