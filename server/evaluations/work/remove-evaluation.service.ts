import { setImmediate } from "node:timers/promises";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  evaluationCalls,
  evaluationEvents,
  evaluationItems,
  evaluations,
  evaluationScores,
  evaluationVerdicts,
} from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { requireEvaluation } from "./lifecycle.service";

/** Rows deleted in one go, so that nobody waits long for the database. */
const ROWS_AT_ONCE = 2_000;

/** Those that refer to others first. */
const TABLES = [
  evaluationVerdicts,
  evaluationScores,
  evaluationCalls,
  evaluationItems,
  evaluationEvents,
] as const;

/**
 * Removes an evaluation that is over, with its answers and numbers. Prompts and rulings stay: others share them.
 * @throws AppError when it is not over
 */
export async function removeEvaluation(
  { db }: { readonly db: Db },
  evaluationId: string,
): Promise<{ readonly evaluationId: string }> {
  const { status } = requireEvaluation(db, evaluationId);
  if (status !== "finished" && status !== "cancelled") {
    throw new AppError("conflict", `An evaluation that is ${status} cannot be removed.`, {
      field: "evaluationId",
      fix: "Cancel it first.",
    });
  }
  while (deleteSome(db, evaluationId)) await setImmediate();
  const over = inArray(evaluations.status, ["finished", "cancelled"]);
  db.delete(evaluations)
    .where(and(eq(evaluations.id, evaluationId), over))
    .run();
  return { evaluationId };
}

/** Deletes some rows of an evaluation; false once none is left. */
function deleteSome(db: Db, evaluationId: string): boolean {
  return TABLES.some((table) => {
    const some = sql`select rowid from ${table} where ${table.evaluationId} = ${evaluationId} limit ${ROWS_AT_ONCE}`;
    return (
      db
        .delete(table)
        .where(sql`rowid in (${some})`)
        .run().changes > 0
    );
  });
}
