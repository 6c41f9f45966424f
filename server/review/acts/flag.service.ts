import type { z } from "zod";
import { and, eq } from "drizzle-orm";
import { problemFlags, problems } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { flagsOn } from "../item/item.repo";
import { nameFor } from "../item/who-sees";
import type { ActResult, ProblemFlags } from "../item-view.schema";
import type { ReviewContext, Transaction } from "../review-context";
import type { flagSchema } from "../review.schema";
import { actOnce, actResult, findAct } from "./act-once";
import { flagActs } from "./acts-about.repo";
import { stackOf } from "./undo-order";

/**
 * Says for everybody that the reference answer of a problem is wrong, or takes that back.
 * @throws AppError when there is no such problem, or nothing to take back
 */
export function flag(ctx: ReviewContext, input: z.infer<typeof flagSchema>): ActResult {
  const { actor } = ctx;
  const { actId, problemId, flagged, note } = input;
  const act = actOnce(ctx, { actId, kind: "flag" }, ({ tx, log }) => {
    const problem = tx.select().from(problems).where(eq(problems.id, problemId)).get();
    if (problem === undefined) {
      throw new AppError("not-found", "There is no such problem.", { field: "problemId" });
    }
    const own = flagsOn(tx, [problemId]).find((row) => row.flag.userId === actor.id);
    if (!flagged && own === undefined) {
      throw new AppError("conflict", "You hold no flag on this problem.", { field: "flagged" });
    }
    if (flagged && own?.flag.note === note) {
      throw new AppError("conflict", "You have said so already.", { field: "flagged" });
    }
    const name = problem.externalId;
    const done = log({
      problemId,
      flagged,
      note,
      itemCount: 0,
      summary: flagged
        ? `Flagged the reference answer of problem ${name} as wrong`
        : `Took back the flag on problem ${name}`,
    });
    flagFromLog(tx, { userId: actor.id, problemId });
    return done;
  });
  return actResult(act);
}

/** Makes a person's flag of a problem what the newest of their flag acts that is done says. */
export function flagFromLog(
  tx: Transaction,
  { userId, problemId }: { readonly userId: string; readonly problemId: string },
): void {
  const top = stackOf(flagActs(tx, { userId, problemId })).done.at(-1);
  const act = top === undefined ? null : findAct(tx, top);
  tx.delete(problemFlags)
    .where(and(eq(problemFlags.problemId, problemId), eq(problemFlags.userId, userId)))
    .run();
  if (act?.flagged !== true) return;
  tx.insert(problemFlags)
    .values({ problemId, userId, actSeq: act.seq, note: act.note ?? "", at: act.at })
    .run();
}

/** Who holds that the reference answers of these problems are wrong. */
export function flagsOf(
  { db, actor }: ReviewContext,
  { problemIds }: { readonly problemIds: readonly string[] },
): ProblemFlags[] {
  const rows = flagsOn(db, problemIds);
  return [...new Set(problemIds)].map((problemId) => ({
    problemId,
    flags: rows
      .filter((row) => row.flag.problemId === problemId)
      .map(({ flag: { userId, note }, name }) => ({
        by: nameFor(actor, { id: userId, name }),
        mine: userId === actor.id,
        note,
      })),
  }));
}
