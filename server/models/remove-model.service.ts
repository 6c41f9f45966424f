import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/server/foundation/errors";
import { catalogueEntry } from "./catalogue-entries";
import type { ModelsContext } from "./models-context";
import {
  childrenOf,
  countEvaluationsOfModel,
  countRunsOfModel,
  deleteModel,
  updateModel,
  type ModelRow,
} from "./models.repo";
import type { RemoveModel } from "./models.schema";
import { requireModel } from "./models.service";

/**
 * Removes a model. A catalogue model loses its file and can be downloaded again; a file that a person added stays where it is.
 * What was trained from a model that goes counts from then on as trained from its parent, or as a base.
 * @throws AppError `conflict` while runs or evaluations name the model, or checkpoints do and nobody said that they may stay
 */
export async function removeModel(ctx: ModelsContext, { id, leavesCheckpoints }: RemoveModel): Promise<void> {
  const row = requireModel(ctx, id);
  checkUses(ctx, row);
  const entry = catalogueEntry(id);
  if (entry === null) {
    removeEntry(ctx, row, leavesCheckpoints);
    return;
  }
  const change = {
    status: "not-downloaded",
    statusDetail: null,
    filePath: null,
    downloadedBytes: 0,
  } as const;
  updateModel(ctx.db, id, change);
  const file = path.join(ctx.env.modelsDir, entry.fileName);
  const leftovers = [file, `${file}.url.part`, `${file}.wheels.part`, `${file}.parts`];
  await Promise.all(leftovers.map((one) => fs.rm(one, { recursive: true, force: true })));
}

function checkUses({ db }: Pick<ModelsContext, "db">, { id, name }: ModelRow): void {
  const uses = [
    { count: countRunsOfModel(db, id), one: "a run", many: "runs" },
    { count: countEvaluationsOfModel(db, id), one: "an evaluation", many: "evaluations" },
  ].filter(({ count }) => count > 0);
  if (uses.length === 0) return;
  const told = uses.map(({ count, one, many }) => (count === 1 ? one : `${String(count)} ${many}`));
  throw new AppError("conflict", `${name} is used by ${told.join(" and ")}, whose results name it.`, {
    field: "id",
    fix: "Keep the model, or delete those first.",
  });
}

function removeEntry({ db }: Pick<ModelsContext, "db">, row: ModelRow, leavesCheckpoints: boolean): void {
  db.transaction((tx) => {
    const children = childrenOf(tx, row.id);
    if (children.length > 0 && !leavesCheckpoints) {
      const names = children.map(({ name }) => name).join(", ");
      throw new AppError("conflict", `${names}: trained from ${row.name}.`, {
        field: "leavesCheckpoints",
        fix: "Say that they may stay without it, or keep the model.",
      });
    }
    for (const { id } of children) {
      const base = row.parentModelId === null ? { round: null } : {};
      updateModel(tx, id, { parentModelId: row.parentModelId, ...base });
    }
    deleteModel(tx, row.id);
  });
}
