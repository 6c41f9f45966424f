import { setMaxListeners } from "node:events";
import type { Clock } from "@/server/foundation/clock";
import { abortError } from "../abort-error";

interface BatchOptions<T, R> {
  /** One answer or failure an item, in their order. */
  run(items: readonly T[], signal: AbortSignal): Promise<readonly PromiseSettledResult<R>[]>;
  /** Items in one request at most. */
  readonly size: number;
  /** Milliseconds that an item waits for others to go with. */
  readonly windowMs: number;
  /** Requests at once; while all are under way, items gather. */
  readonly inFlight: number;
  readonly clock: Clock;
}

interface MicroBatcher<T, R> {
  /** @throws what `run` says of this item; the signal's reason when aborted */
  ask(item: T, signal: AbortSignal): Promise<R>;
  close(): void;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (value: R) => void;
  readonly reject: (reason: unknown) => void;
  /** Called when nobody wants the answer any more. */
  left: () => void;
}

/** Gathers what many callers ask at about the same time into few requests. */
export function createMicroBatcher<T, R>(options: BatchOptions<T, R>): MicroBatcher<T, R> {
  const { size, windowMs, inFlight, clock } = options;
  const closed = new AbortController();
  const waiting = new Set<Waiting<T, R>>();
  let running = 0;
  let timing = false;
  /** The window of what waits is over. */
  let due = false;

  function pump(): void {
    const least = due ? 1 : size;
    while (running < inFlight && waiting.size >= least) {
      const batch = [...waiting].slice(0, size);
      for (const one of batch) waiting.delete(one);
      running += 1;
      send(batch)
        .catch((reason: unknown) => {
          for (const one of batch) one.reject(reason);
        })
        .finally(() => {
          running -= 1;
          pump();
        });
    }
    if (waiting.size === 0) due = false;
    else if (!due && !timing) startWindow();
  }

  function startWindow(): void {
    timing = true;
    const over = (): void => {
      timing = false;
      due = true;
      pump();
    };
    clock.sleep(windowMs, closed.signal).then(over, () => undefined);
  }

  async function send(batch: readonly Waiting<T, R>[]): Promise<void> {
    const unwanted = new AbortController();
    let wanted = batch.length;
    for (const one of batch) {
      one.left = () => {
        wanted -= 1;
        if (wanted === 0) unwanted.abort(new Error("nobody waits for this any more"));
      };
    }
    const items = batch.map(({ item }) => item);
    const results = await options.run(items, AbortSignal.any([unwanted.signal, closed.signal]));
    for (const [index, one] of batch.entries()) {
      const result = results[index];
      if (result?.status === "fulfilled") one.resolve(result.value);
      else one.reject(result?.reason ?? new Error("no answer for this item"));
    }
  }

  return {
    ask(item, signal) {
      // A run's one signal is waited on by all of its calls.
      setMaxListeners(0, signal);
      return new Promise<R>((resolve, reject) => {
        if (signal.aborted || closed.signal.aborted) {
          reject(abortError(signal.aborted ? signal : closed.signal));
          return;
        }
        const settle = (): void => {
          signal.removeEventListener("abort", abort);
        };
        const one: Waiting<T, R> = {
          item,
          resolve: (value) => {
            settle();
            resolve(value);
          },
          reject: (reason) => {
            settle();
            reject(reason);
          },
          left: () => {
            waiting.delete(one);
          },
        };
        const abort = (): void => {
          one.reject(abortError(signal));
          one.left();
        };
        signal.addEventListener("abort", abort, { once: true });
        waiting.add(one);
        pump();
      });
    },
    close() {
      closed.abort(new Error("the engine is closed"));
      for (const one of waiting) one.reject(abortError(closed.signal));
      waiting.clear();
    },
  };
}
