import fs from "node:fs";
import { AppError } from "@/server/foundation/errors";
import { catalogueEntry } from "./catalogue-entries";
import { familiesOf } from "./lineage";
import { viewOf, type ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import { findModel, listModelRows, updateModel, type ModelRow } from "./models.repo";

/** All models. A file that has vanished since is noticed here. */
export function listModels(ctx: Pick<ModelsContext, "db">): ModelView[] {
  return listModelRows(ctx.db).map((row) => viewOf(withFileStatus(ctx, row)));
}

/** A model's place among its kin. */
export interface FamilyPlace {
  readonly id: string;
  /** Parents above it in the list; 0 for a base. */
  readonly depth: number;
  /** The model that its family began with. */
  readonly baseId: string;
}

/** Every model in its family: the base, then each parent before what was trained from it, earlier rounds first. */
export function listFamilies(ctx: Pick<ModelsContext, "db">): FamilyPlace[] {
  return familiesOf(listModelRows(ctx.db)).flatMap((family) =>
    family.map(({ model, depth }) => ({ id: model.id, depth, baseId: family[0]?.model.id ?? model.id })),
  );
}

/** @throws AppError `not-found` */
export function getModel(ctx: Pick<ModelsContext, "db">, id: string): ModelView {
  return viewOf(withFileStatus(ctx, requireModel(ctx, id)));
}

/** Wishes for a catalogue model's file; the worker fetches it. Wishing twice changes nothing. */
export function startDownload(ctx: Pick<ModelsContext, "db">, id: string): ModelView {
  const row = withFileStatus(ctx, requireModel(ctx, id));
  if (catalogueEntry(id) === null) {
    throw new AppError(
      "invalid-input",
      `${row.name} is not in the catalogue, so there is nothing to download.`,
      {
        field: "id",
        fix: "Choose a catalogue model, or add the file by its path.",
      },
    );
  }
  if (row.status === "ready" || row.status === "downloading") return viewOf(row);
  const change = { status: "downloading", statusDetail: null, downloadedBytes: 0 } as const;
  return viewOf(updateModel(ctx.db, id, change) ?? row);
}

/** Takes the wish back; what has arrived stays for the next time. */
export function stopDownload(ctx: Pick<ModelsContext, "db">, id: string): ModelView {
  const row = requireModel(ctx, id);
  if (row.status !== "downloading") return viewOf(row);
  return viewOf(updateModel(ctx.db, id, { status: "not-downloaded" }) ?? row);
}

/**
 * Forgets the layout that was measured for a file; the worker measures again when it next opens it.
 * @throws AppError `invalid-input` for a model that the worker does not run itself
 */
export function measureAgain(ctx: Pick<ModelsContext, "db">, id: string): ModelView {
  const row = requireModel(ctx, id);
  if (row.kind !== "embedded")
    throw new AppError("invalid-input", `${row.name} does not run inside the worker.`, { field: "id" });
  return viewOf(updateModel(ctx.db, id, { calibration: null }) ?? row);
}

/** @throws AppError `not-found` */
export function requireModel({ db }: Pick<ModelsContext, "db">, id: string): ModelRow {
  const row = findModel(db, id);
  if (row !== null) return row;
  throw new AppError("not-found", "There is no such model.", {
    field: "id",
    fix: "Choose one from the Models page.",
  });
}

/** A file can vanish or come back while nobody looks. */
function withFileStatus({ db }: Pick<ModelsContext, "db">, row: ModelRow): ModelRow {
  if ((row.kind !== "embedded" && row.kind !== "llama-server") || row.filePath === null) return row;
  const there = fs.existsSync(row.filePath);
  if ((row.status === "ready" || row.status === "unreachable") && !there) {
    const statusDetail = `The file ${row.filePath} is gone. Download it again, or put it back.`;
    return updateModel(db, row.id, { status: "missing", statusDetail }) ?? row;
  }
  if (row.status === "missing" && there)
    return updateModel(db, row.id, { status: "ready", statusDetail: null }) ?? row;
  return row;
}
