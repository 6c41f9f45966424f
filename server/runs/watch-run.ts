import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { eventsAfter, type RunEvent } from "./events.repo";
import { findRun } from "./runs.repo";
import { runView, type RunView } from "./run-view";
import { WATCH_POLL_MS } from "@/server/jobs/tunables";

/** What a watcher gets at once: the run as it stands, and the events since the last time. */
export interface RunUpdate {
  readonly run: RunView;
  readonly events: readonly RunEvent[];
}

const EVENTS_AT_ONCE = 500;

/**
 * Tails a run by its event table: whoever comes back with the last id seen gets what was missed. Run and
 * events are read in one transaction, so a final status never comes before its events. Ends when the signal
 * does or when the run is gone.
 */
export async function* watchRun(
  deps: { readonly db: Db; readonly clock: Clock },
  params: { readonly runId: string; readonly afterId: number },
  signal: AbortSignal,
): AsyncGenerator<{ readonly id: number; readonly update: RunUpdate }> {
  const { db, clock } = deps;
  let afterId = params.afterId;
  let lastSent = "";
  while (!signal.aborted) {
    const state = db.transaction(() => {
      const row = findRun(db, params.runId);
      return { row, events: eventsAfter(db, { runId: params.runId, afterId, limit: EVENTS_AT_ONCE }) };
    });
    if (state.row === null) return;
    const run = runView(state.row);
    const snapshot = JSON.stringify(run);
    if (state.events.length > 0 || snapshot !== lastSent) {
      afterId = state.events.at(-1)?.id ?? afterId;
      lastSent = snapshot;
      yield { id: afterId, update: { run, events: state.events } };
    }
    if (state.events.length < EVENTS_AT_ONCE) await clock.sleep(WATCH_POLL_MS, signal).catch(() => undefined);
  }
}
