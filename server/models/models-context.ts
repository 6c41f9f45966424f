import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";

/** What the services of this folder need; a tRPC context is one. */
export interface ModelsContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly env: Pick<Env, "modelsDir">;
}
