import { asc, notInArray } from "drizzle-orm";
import type { z } from "zod";
import { reviewDecisions, reviewReasons } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { FIRST_REASONS, type saveReasonsSchema } from "../campaigns.schema";
import type { ReasonView } from "../queue-view.schema";
import type { Reads, ReviewContext } from "../review-context";

/** The reasons that decisions may name, in order; a new database starts with `FIRST_REASONS`. */
export function listReasons({ db }: Pick<ReviewContext, "db">): ReasonView[] {
  const used = usedCodes(db);
  return readReasons(db).map(({ code, label, help, active }) => ({
    code,
    label,
    help,
    active,
    used: used.has(code),
  }));
}

/** Rows of the list, seeded on first use. */
export function readReasons(db: Reads) {
  const read = () => db.select().from(reviewReasons).orderBy(asc(reviewReasons.position)).all();
  const rows = read();
  if (rows.length > 0) return rows;
  const first = FIRST_REASONS.map((reason, position) => ({ ...reason, position, active: true }));
  db.insert(reviewReasons).values(first).onConflictDoNothing().run();
  return read();
}

/**
 * Replaces the whole list.
 * @throws AppError when a code that decisions name would vanish
 */
export function saveReasons(
  ctx: ReviewContext,
  { reasons }: z.infer<typeof saveReasonsSchema>,
): ReasonView[] {
  const codes = reasons.map(({ code }) => code);
  ctx.db.transaction(
    (tx) => {
      const lost = [...usedCodes(tx)].filter((code) => !codes.includes(code));
      const [first] = lost;
      if (first !== undefined) {
        throw new AppError("conflict", `Decisions name the reason "${first}".`, {
          field: "reasons",
          fix: "Switch it off instead of removing it.",
        });
      }
      tx.delete(reviewReasons).where(notInArray(reviewReasons.code, codes)).run();
      for (const [position, reason] of reasons.entries()) {
        tx.insert(reviewReasons)
          .values({ ...reason, position })
          .onConflictDoUpdate({ target: reviewReasons.code, set: { ...reason, position } })
          .run();
      }
    },
    { behavior: "immediate" },
  );
  return listReasons(ctx);
}

function usedCodes(db: Reads): Set<string> {
  const lists = db.selectDistinct({ reasons: reviewDecisions.reasons }).from(reviewDecisions).all();
  return new Set(lists.flatMap(({ reasons }) => reasons));
}
