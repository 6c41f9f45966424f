import { openDatabase } from "@/db/client";
import { findActor } from "@/server/accounts/find-actor";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import type { Context } from "./context";

/** What every request of the web process shares. */
export type Workplace = Omit<Context, "actor">;

// Next reloads modules while developing; one connection a process is enough.
const holder = globalThis as typeof globalThis & { sphereWorkplace?: Workplace };

/** The web process's database connection and settings, opened on first use. */
export function webWorkplace(): Workplace {
  holder.sphereWorkplace ??= openWorkplace();
  return holder.sphereWorkplace;
}

/** The context of one request: the workplace and who asks. */
export async function webContext(headers: Headers): Promise<Context> {
  const workplace = webWorkplace();
  return { ...workplace, actor: await findActor(workplace, headers) };
}

function openWorkplace(): Workplace {
  const env = readEnv();
  return {
    db: openDatabase(env.databaseFile).db,
    clock: systemClock,
    env,
    logger: createLogger("web", env.logLevel),
  };
}
