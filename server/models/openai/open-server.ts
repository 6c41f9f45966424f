import { z } from "zod";
import type { Clock } from "@/server/foundation/clock";
import type { ModelRow } from "../models.repo";
import type { Capabilities } from "../models.schema";
import { connectionOf } from "./connection-of";
import { openOpenAiEngine, type OpenAiEngine } from "./openai-engine";

type ServerRow = Pick<ModelRow, "baseUrl" | "remoteName" | "apiKey" | "maxConcurrency" | "capabilities">;

/** Opens the server of a row, probing it where nobody has before. @throws EngineError */
export function openServer(row: ServerRow, clock: Clock): Promise<OpenAiEngine> {
  const { maxConcurrency } = row;
  return openOpenAiEngine({
    connection: connectionOf(row),
    capabilities: knownOf(row),
    maxConcurrency,
    clock,
  });
}

/** What was found by a probe that did not look for everything yet counts as nothing. */
function knownOf({ capabilities }: ServerRow): Capabilities | null {
  return z.object({ likelihood: z.boolean() }).safeParse(capabilities).success ? capabilities : null;
}
