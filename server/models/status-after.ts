import type { EngineError } from "./engine";
import type { ModelRow } from "./models.repo";

/** Status and reason that a row gets when its engine could not be opened or asked. */
export function statusAfter(row: ModelRow, error: EngineError): Pick<ModelRow, "status" | "statusDetail"> {
  const statusDetail = error.message;
  if (error.kind === "model-damaged") return { status: "damaged", statusDetail };
  if (row.kind !== "embedded" && row.kind !== "scripted") return { status: "unreachable", statusDetail };
  if (error.kind !== "model-missing") return { status: row.status, statusDetail };
  return { status: row.filePath === null ? "not-downloaded" : "missing", statusDetail };
}
