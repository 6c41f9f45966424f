import { setImmediate } from "node:timers/promises";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { SYNC_START, syncSome, syncStages, type SyncPlace } from "@/server/review/sync-items.service";
import { newestEvent } from "@/server/review/sync/stages.repo";

const EVERY_MS = 1_000;

/**
 * Makes review items of what runs make: first of all that is there, then each second of what was stored since, until
 * the process ends.
 */
export async function makeReviewItems(
  { db, clock, logger }: { readonly db: Db; readonly clock: Clock; readonly logger: Logger },
  signal: AbortSignal,
): Promise<void> {
  let caughtUp: number | null = null;
  while (!signal.aborted) {
    try {
      caughtUp =
        caughtUp === null
          ? await catchUp({ db, clock }, signal)
          : await followStages({ db, clock }, caughtUp);
    } catch (error) {
      // The database may be busy for longer than anybody waits; what was missed comes with the next look.
      logger.warn({ reason: errorMessage(error) }, "review items could not be made");
    }
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
}

/** @returns the event from which on `followStages` has to look; null where the process ends before */
async function catchUp({ db, clock }: Deps, signal: AbortSignal): Promise<number | null> {
  const event = newestEvent(db);
  for (let from: SyncPlace | null = SYNC_START; from !== null; await setImmediate()) {
    if (signal.aborted) return null;
    from = syncSome(db, { now: clock.now(), from }).next;
  }
  return event;
}

async function followStages({ db, clock }: Deps, after: number): Promise<number> {
  for (let at = after; ; await setImmediate()) {
    const upTo = syncStages(db, { now: clock.now(), after: at });
    if (upTo === at) return at;
    at = upTo;
  }
}
