import type { Clock } from "@/server/foundation/clock";
import type { ModelRow } from "../models.repo";
import { connectionOf } from "../openai/connection-of";
import { openPrmEngine, type PrmEngine } from "./prm-engine";

type PrmRow = Pick<ModelRow, "baseUrl" | "remoteName" | "apiKey" | "maxConcurrency">;

/** Opens the process reward model of a row. @throws EngineError */
export function openPrm(row: PrmRow, clock: Clock): Promise<PrmEngine> {
  return openPrmEngine({ connection: connectionOf(row), maxConcurrency: row.maxConcurrency, clock });
}
