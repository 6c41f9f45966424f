import type { Clock } from "@/server/foundation/clock";
import { WATCH_POLL_MS } from "./tunables";

/** What somebody who watches gets at once: the job as it stands, and its events since the last time. */
export interface Seen<View, Event> {
  readonly view: View;
  readonly events: readonly Event[];
}

/** Events read at once. */
export const EVENTS_AT_ONCE = 500;

/**
 * Tails a job by its event table: whoever comes back with the last id seen gets what was missed. Ends when the signal does
 * or when the job is gone.
 * @param job.read the job and up to `EVENTS_AT_ONCE` events after the id, in one transaction, so that a final status
 *   never comes before its events; null: it is gone
 */
export async function* tailJob<View, Event extends { readonly id: number }>(
  clock: Clock,
  job: { readonly afterId: number; readonly read: (afterId: number) => Seen<View, Event> | null },
  signal: AbortSignal,
): AsyncGenerator<{ readonly id: number; readonly seen: Seen<View, Event> }> {
  let { afterId } = job;
  let lastSent = "";
  while (!signal.aborted) {
    const seen = job.read(afterId);
    if (seen === null) return;
    const snapshot = JSON.stringify(seen.view);
    if (seen.events.length > 0 || snapshot !== lastSent) {
      afterId = seen.events.at(-1)?.id ?? afterId;
      lastSent = snapshot;
      yield { id: afterId, seen };
    }
    if (seen.events.length < EVENTS_AT_ONCE) await clock.sleep(WATCH_POLL_MS, signal).catch(() => undefined);
  }
}
