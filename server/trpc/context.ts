import type { Db } from "@/db/client";
import type { Actor } from "@/server/accounts/accounts.schema";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import type { Logger } from "@/server/foundation/logger";

/** What every procedure can use. Tests pass an in-memory database and their own clock. */
export interface Context {
  readonly db: Db;
  readonly clock: Clock;
  readonly env: Env;
  readonly logger: Logger;
  /** Who asks; null: nobody is signed in. */
  readonly actor: Actor | null;
}
