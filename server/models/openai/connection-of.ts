import { EngineError } from "../engine";
import type { ModelRow } from "../models.repo";
import { connectionTo, type Connection } from "./connection";

/** Where the server of a row is. @throws EngineError where its address is none */
export function connectionOf(row: Pick<ModelRow, "baseUrl" | "remoteName" | "apiKey">): Connection {
  const { baseUrl, remoteName, apiKey } = row;
  const connection = connectionTo(baseUrl ?? "", remoteName ?? "", apiKey);
  if (connection !== null) return connection;
  const message = `"${baseUrl ?? ""}" is not an http or https address. Correct the model's base URL.`;
  throw new EngineError("unreachable", message);
}
