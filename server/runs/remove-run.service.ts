import { setImmediate } from "node:timers/promises";
import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { hasDecidedItems } from "./decided-items.repo";
import { countContents, deleteRun, deleteSome, deleteSomeItems, type RunContents } from "./remove-run.repo";
import type { RunStatus } from "./runs.schema";
import { getRun } from "./runs.service";

/** Rows deleted in one go, so that nobody waits long for the database. */
const ROWS_AT_ONCE = 2_000;
/** Each has rows in several tables, and its words. */
const ITEMS_AT_ONCE = 500;

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
  return {
    runId,
    name,
    generatedTokens,
    hindrance: hindrance(db, { runId, status }),
    ...countContents(db, runId),
  };
}

/**
 * Removes a run that is over, with everything that it made. Prompts and measurements stay: other runs share them.
 * @throws AppError when it is not over, or people have decided on what it made
 */
export async function removeRun(
  { db }: { readonly db: Db },
  runId: string,
): Promise<{ readonly runId: string }> {
  const { status } = getRun(db, runId);
  const refused = hindrance(db, { runId, status });
  if (refused !== null) throw refusal(refused, isOver(status) ? "This run" : `A run that is ${status}`);
  while (deleteSomeItems(db, { runId, items: ITEMS_AT_ONCE })) await setImmediate();
  // Somebody may have decided on one of the last items meanwhile.
  if (hasDecidedItems(db, { runId })) throw refusal(DECIDED, "This run");
  while (deleteSome(db, { runId, rows: ROWS_AT_ONCE })) await setImmediate();
  deleteRun(db, runId);
  return { runId };
}

const DECIDED = "Keep it: people have decided on what it made, and decisions are never deleted.";

function hindrance(db: Db, run: { readonly runId: string; readonly status: RunStatus }): string | null {
  if (!isOver(run.status)) return "Cancel it first.";
  return hasDecidedItems(db, run) ? DECIDED : null;
}

function isOver(status: RunStatus): boolean {
  return status === "finished" || status === "cancelled";
}

function refusal(fix: string, what: string): AppError {
  return new AppError("conflict", `${what} cannot be removed.`, { field: "runId", fix });
}
