import type { EngineError } from "./engine";
import type { ModelRow } from "./models.repo";

/** Status and reason that a row gets when its engine could not be opened or asked. */
export function statusAfter(row: ModelRow, error: EngineError): Pick<ModelRow, "status" | "statusDetail"> {
  const statusDetail = error.message;
  if (error.kind === "model-damaged") return { status: "damaged", statusDetail };
  const missing = error.kind === "model-missing";
  const isServer = row.kind === "openai" || row.kind === "prm" || (row.kind === "llama-server" && !missing);
  if (isServer) return { status: "unreachable", statusDetail };
  if (!missing) return { status: row.status, statusDetail };
  return { status: row.filePath === null ? "not-downloaded" : "missing", statusDetail };
}
