import type { Clock } from "@/server/foundation/clock";
import { EngineError } from "../engine";
import type { ModelRow } from "../models.repo";
import { connectionTo, type Connection } from "./connection";
import { openOpenAiEngine, type OpenAiEngine } from "./openai-engine";

type ServerRow = Pick<ModelRow, "baseUrl" | "remoteName" | "apiKey" | "maxConcurrency" | "capabilities">;

/** Opens the server of a row, probing it where nobody has before. @throws EngineError */
export async function openServer(row: ServerRow, clock: Clock): Promise<OpenAiEngine> {
  const { capabilities, maxConcurrency } = row;
  return openOpenAiEngine({ connection: connectionOf(row), capabilities, maxConcurrency, clock });
}

function connectionOf({ baseUrl, remoteName, apiKey }: ServerRow): Connection {
  const connection = connectionTo(baseUrl ?? "", remoteName ?? "", apiKey);
  if (connection !== null) return connection;
  const message = `"${baseUrl ?? ""}" is not an http or https address. Correct the model's base URL.`;
  throw new EngineError("unreachable", message);
}
