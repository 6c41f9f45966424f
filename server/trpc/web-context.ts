import { openDatabase } from "@/db/client";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import type { Context } from "./context";

// Next reloads modules while developing; one connection a process is enough.
const holder = globalThis as typeof globalThis & { sphereContext?: Context };

/** The web process's context: one database connection, opened on first use. */
export function webContext(): Context {
  holder.sphereContext ??= makeContext();
  return holder.sphereContext;
}

function makeContext(): Context {
  const env = readEnv();
  return {
    db: openDatabase(env.databaseFile).db,
    clock: systemClock,
    env,
    logger: createLogger("web", env.logLevel),
  };
}
