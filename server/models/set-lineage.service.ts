import { AppError } from "@/server/foundation/errors";
import { checkLineage } from "./check-lineage";
import { viewOf, type ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import { updateModel } from "./models.repo";
import type { SetLineage } from "./models.schema";
import { requireModel } from "./models.service";

/**
 * Says that a model is a checkpoint of another, or, with null, that it is none. Nothing that was made with it changes.
 * @throws AppError that names the field, as `checkLineage` does; `not-found` where there is no such model
 */
export function setLineage({ db }: Pick<ModelsContext, "db">, { id, lineage }: SetLineage): ModelView {
  const row = requireModel({ db }, id);
  if (row.kind === "prm" && lineage !== null) {
    const message = `${row.name} scores steps and writes no text: it is no checkpoint of a policy.`;
    throw new AppError("invalid-input", message, { field: "id" });
  }
  const origin = checkLineage(db, id, lineage);
  return viewOf(updateModel(db, id, origin) ?? row);
}
