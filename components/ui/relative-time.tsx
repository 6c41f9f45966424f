"use client";

import { useSyncExternalStore } from "react";
import { formatAgo, formatDateTime } from "./format";

const TICK_MS = 10_000;
let timer: ReturnType<typeof setInterval> | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/** Rounded, so that two reads in one render agree. */
function currentTick(): number {
  return Math.floor(Date.now() / TICK_MS) * TICK_MS;
}

/** The time now, to ten seconds; one clock for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, currentTick, currentTick);
}

export interface RelativeTimeProps {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** "3 min ago", kept true; the exact time on hover. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const now = useNow();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatDateTime(at)}
      suppressHydrationWarning
      className="whitespace-nowrap"
    >
      {formatAgo(at, now)}
    </time>
  );
}
