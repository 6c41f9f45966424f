import { setImmediate } from "node:timers/promises";
import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { countContents, deleteRun, deleteSome, type RunContents } from "./remove-run.repo";
import type { RunStatus } from "./runs.schema";
import { getRun } from "./runs.service";

/** Rows deleted in one go, so that nobody waits long for the database. */
const ROWS_AT_ONCE = 2_000;

export interface RemovalPreview extends RunContents {
  readonly runId: string;
  readonly name: string;
  readonly generatedTokens: number;
  /** Null where it can be removed now, else what to do first. */
  readonly hindrance: string | null;
}

/** What would go with a run, for the question before. */
export function removalPreview(db: Db, runId: string): RemovalPreview {
  const { name, status, generatedTokens } = getRun(db, runId);
  return { runId, name, generatedTokens, hindrance: hindrance(status), ...countContents(db, runId) };
}

/**
 * Removes a run that is over, with everything that it made. Prompts and measurements stay: other runs share them.
 * @throws AppError when it is not over
 */
export async function removeRun(
  { db }: { readonly db: Db },
  runId: string,
): Promise<{ readonly runId: string }> {
  const { status } = getRun(db, runId);
  const refused = hindrance(status);
  if (refused !== null) {
    throw new AppError("conflict", `A run that is ${status} cannot be removed.`, {
      field: "runId",
      fix: refused,
    });
  }
  while (deleteSome(db, { runId, rows: ROWS_AT_ONCE })) await setImmediate();
  deleteRun(db, runId);
  return { runId };
}

function hindrance(status: RunStatus): string | null {
  return status === "finished" || status === "cancelled" ? null : "Cancel it first.";
}
