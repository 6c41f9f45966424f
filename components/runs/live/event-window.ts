/** What the event log holds: a stretch of a run's events without gaps, newest first. */
export interface EventWindow<Event extends { readonly id: number }> {
  readonly events: readonly Event[];
  /** Whether the server has events before the oldest held. */
  readonly hasOlder: boolean;
}

const EVENTS_HELD = 5_000;

/** A stretch read from the server, newest first; shorter than `limit` means that it reaches the first event. */
export function openWindow<Event extends { readonly id: number }>(
  events: readonly Event[],
  limit: number,
): EventWindow<Event> {
  return { events, hasOlder: events.length >= limit };
}

/** New events, oldest first as they arrive. Repeated ones are ignored; beyond `held` the oldest are let go. */
export function addNewer<Event extends { readonly id: number }>(
  window: EventWindow<Event>,
  arrived: readonly Event[],
  held = EVENTS_HELD,
): EventWindow<Event> {
  const newest = window.events[0]?.id ?? 0;
  const fresh = arrived.filter(({ id }) => id > newest);
  if (fresh.length === 0) return window;
  const all = [...fresh.toReversed(), ...window.events];
  return all.length > held
    ? { events: all.slice(0, held), hasOlder: true }
    : { events: all, hasOlder: window.hasOlder };
}

/** The stretch before the oldest event held, newest first, as read with `limit`. */
export function addOlder<Event extends { readonly id: number }>(
  window: EventWindow<Event>,
  older: readonly Event[],
  limit: number,
): EventWindow<Event> {
  const oldest = window.events.at(-1)?.id ?? Infinity;
  const fresh = older.filter(({ id }) => id < oldest);
  return { events: [...window.events, ...fresh], hasOlder: older.length >= limit };
}

/** How many events are newer than the one a reader stopped at; they wait until he is back at the top. */
export function countNewer(window: EventWindow<{ readonly id: number }>, stoppedAt: number | null): number {
  if (stoppedAt === null) return 0;
  const index = window.events.findIndex(({ id }) => id <= stoppedAt);
  return index === -1 ? window.events.length : index;
}
