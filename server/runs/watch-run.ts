import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { EVENTS_AT_ONCE, tailJob } from "@/server/jobs/tail";
import { eventsAfter, type RunEvent } from "./events.repo";
import { findRun } from "./runs.repo";
import { runView, type RunView } from "./run-view";

/** What a watcher gets at once: the run as it stands, and the events since the last time. */
export interface RunUpdate {
  readonly run: RunView;
  readonly events: readonly RunEvent[];
}

/** Tails a run, as `tailJob` says. */
export async function* watchRun(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { runId, afterId }: { readonly runId: string; readonly afterId: number },
  signal: AbortSignal,
): AsyncGenerator<{ readonly id: number; readonly update: RunUpdate }> {
  const read = (after: number) =>
    db.transaction(() => {
      const row = findRun(db, runId);
      if (row === null) return null;
      return {
        view: runView(row),
        events: eventsAfter(db, { runId, afterId: after, limit: EVENTS_AT_ONCE }),
      };
    });
  for await (const { id, seen } of tailJob(clock, { afterId, read }, signal)) {
    yield { id, update: { run: seen.view, events: seen.events } };
  }
}
