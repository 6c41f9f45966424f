import type { Clock } from "@/server/foundation/clock";
import { abortError } from "../abort-error";

export interface FakeClock extends Clock {
  /** Moves time on, waking sleepers in order, each with its consequences before the next. */
  advance(ms: number): Promise<void>;
}

/** A clock that stands still until it is told to go. */
export function createFakeClock(start = 0): FakeClock {
  let now = start;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(abortError(signal));
        });
      }),
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = [...sleepers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        sleepers.delete(next);
        now = next.at;
        next.wake();
      }
      now = end;
      await settle();
    },
  };
}

/** Lets every promise that can settle do so, and what was put off until then. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
