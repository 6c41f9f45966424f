import type { Clock } from "@/server/foundation/clock";

/** One timer that can be moved and switched off. */
export interface Alarm {
  /** Rings once at `time` and forgets any earlier setting; null switches it off. */
  set(time: number | null): void;
}

export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let current: { readonly time: number; readonly off: AbortController } | null = null;

  async function sleepAndRing(ms: number, signal: AbortSignal): Promise<void> {
    await clock.sleep(Math.max(0, ms), signal);
    current = null;
    ring();
  }

  return {
    set(time) {
      if (time === (current?.time ?? null)) return;
      current?.off.abort();
      current = null;
      if (time === null) return;
      const off = new AbortController();
      current = { time, off };
      sleepAndRing(time - clock.now(), off.signal).catch(() => undefined);
    },
  };
}
