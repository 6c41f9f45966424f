import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import { hasLiveWorker } from "@/server/jobs/workers.repo";

export interface Health {
  readonly ok: boolean;
  readonly web: "ok";
  /** "ok", or what the database said. */
  readonly database: string;
  readonly worker: "ok" | "not heard lately";
}

/** Whether the parts of the app work; asked by `/api/health`. */
export function readHealth({ db, clock }: { readonly db: Db; readonly clock: Clock }): Health {
  try {
    const alive = hasLiveWorker(db, clock.now());
    return { ok: alive, web: "ok", database: "ok", worker: alive ? "ok" : "not heard lately" };
  } catch (error) {
    return { ok: false, web: "ok", database: errorMessage(error), worker: "not heard lately" };
  }
}
