/**
 * `server/review/acts` owns what people do: decide, also on many items at once, edit a chain, flag a problem, and take
 * any of it back. Each act is one row of an append-only log, written in one transaction with all that follows from it;
 * which decisions stand is kept beside. It never hands out items: that is the queue's.
 */
import { eq } from "drizzle-orm";
import { reviewActs } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import type { ActResult } from "../item-view.schema";
import type { Reads, ReviewContext, Transaction } from "../review-context";
import type { ActKind } from "../review.schema";

export type ActRow = typeof reviewActs.$inferSelect;

interface Request {
  /** Made by the client. */
  readonly actId: string;
  readonly kind: ActKind;
}

/** What an act writes into the log beside who, when and its kind. */
export type ActFacts = Pick<ActRow, "summary" | "itemCount"> &
  Partial<Pick<ActRow, "campaignId" | "target" | "itemNumber" | "problemId" | "flagged" | "note">>;

export interface OpenAct {
  readonly tx: Transaction;
  readonly now: number;
  /** Writes the act's row into the log. */
  readonly log: (facts: ActFacts) => ActRow;
}

/**
 * Does an act in one transaction. Sent again, after a cut network or twice by mistake, it changes nothing and the row of
 * the first time comes back.
 * @throws AppError when the id belongs to another act
 */
export function actOnce(
  { db, clock, actor }: ReviewContext,
  { actId, kind }: Request,
  perform: (act: OpenAct) => ActRow,
): ActRow {
  return db.transaction(
    (tx) => {
      const known = tx.select().from(reviewActs).where(eq(reviewActs.id, actId)).get();
      if (known === undefined) {
        const now = clock.now();
        const log = (facts: ActFacts): ActRow =>
          tx
            .insert(reviewActs)
            .values({ ...facts, id: actId, kind, userId: actor.id, at: now })
            .returning()
            .get();
        return perform({ tx, now, log });
      }
      if (known.userId === actor.id && known.kind === kind) return known;
      throw new AppError("conflict", "Another act has this id already.", {
        field: "actId",
        fix: "Make a new id for each act.",
      });
    },
    { behavior: "immediate" },
  );
}

export function findAct(db: Reads, seq: number): ActRow | null {
  return db.select().from(reviewActs).where(eq(reviewActs.seq, seq)).get() ?? null;
}

export function actResult(act: ActRow): ActResult {
  const { seq, id, kind, summary, campaignId, itemNumber, itemCount, target, at } = act;
  return { seq, id, kind, summary, campaignId, number: itemNumber, itemCount, target, at };
}
