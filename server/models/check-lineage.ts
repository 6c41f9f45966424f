import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { descendantsOf } from "./lineage";
import { knownRunIds, listModelRows, type ModelRow } from "./models.repo";
import type { Lineage } from "./models.schema";

/** The columns of an entry that tell where it comes from. */
export type Origin = Pick<ModelRow, "parentModelId" | "round" | "trainedOnRunIds">;

/**
 * What is stored of a lineage; of a base, nothing.
 * @param id the entry that it is of; null for one that is about to be added
 * @throws AppError that names the field: a parent that is not there, is the model itself, comes of it or writes no text; a
 *   round not after the parent's or not before a child's; a run that is not there
 */
export function checkLineage(db: Db, id: string | null, lineage: Lineage | null): Origin {
  if (lineage === null) return { parentModelId: null, round: null, trainedOnRunIds: null };
  const { parentModelId, round } = lineage;
  const all = listModelRows(db);
  const parent = all.find((row) => row.id === parentModelId);
  if (parent === undefined) throw refuse("parentModelId", "There is no such model.", CHOOSE_OTHER);
  if (parent.kind === "prm") {
    throw refuse("parentModelId", `${parent.name} scores steps and writes no text.`, CHOOSE_OTHER);
  }
  if (id !== null) checkPlace(all, { id, parent });
  const children = all.filter((row) => id !== null && row.parentModelId === id);
  checkRound(round, { parent, children });
  const runIds = [...new Set(lineage.runIds)];
  const known = knownRunIds(db, runIds);
  const missing = runIds.find((runId) => !known.includes(runId));
  if (missing !== undefined) {
    throw refuse("runIds", `There is no run ${missing}.`, "Give ids of the Runs page.");
  }
  return { parentModelId, round, trainedOnRunIds: runIds };
}

const CHOOSE_OTHER = "Choose another model.";

function checkPlace(
  all: readonly ModelRow[],
  { id, parent }: { readonly id: string; readonly parent: ModelRow },
): void {
  if (parent.id === id) throw refuse("parentModelId", "A model is not trained from itself.", CHOOSE_OTHER);
  if (!descendantsOf(all, id).some((row) => row.id === parent.id)) return;
  throw refuse("parentModelId", `${parent.name} was itself trained from this model.`, CHOOSE_OTHER);
}

function checkRound(
  round: number,
  { parent, children }: { readonly parent: ModelRow; readonly children: readonly ModelRow[] },
): void {
  if (parent.round !== null && round <= parent.round) {
    const message = `${parent.name} is of round ${String(parent.round)}; what was trained from it comes later.`;
    throw refuse("round", message, `Give ${String(parent.round + 1)} or more.`);
  }
  const early = children.find((child) => child.round !== null && child.round <= round);
  if (early === undefined) return;
  const message = `${early.name}, which was trained from it, is of round ${String(early.round)}.`;
  throw refuse("round", message, "Give a lower round, or change that checkpoint first.");
}

function refuse(field: string, message: string, fix: string): AppError {
  return new AppError("invalid-input", message, { field, fix });
}
