import { setMaxListeners } from "node:events";
import type { Engine, GenerateRequest } from "@/server/models/engine";
import { rateIn, type TokenCount, type Window } from "./rate";

interface SaturateOptions {
  readonly engine: Engine;
  readonly generated: TokenCount;
  /** Sequences that the engine decodes at once; twice as many are always asked for. */
  readonly sequences: number;
  readonly window: Window;
}

/**
 * Generated tokens a second while there is always more to do than the engine can: the given requests round and round, in their order,
 * none waiting for another. They are those of a run, since an engine's rate hangs on how long prompts and answers are.
 */
export async function saturate(
  requests: readonly GenerateRequest[],
  options: SaturateOptions,
): Promise<number> {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  let asked = 0;
  async function keepAsking(): Promise<void> {
    for (;;) {
      const request = requests[asked % requests.length];
      if (request === undefined || stop.signal.aborted) return;
      // Another key draws another answer; the prompts are the same.
      await options.engine.generate({ ...request, key: `${request.key}/${asked++}` }, stop.signal);
    }
  }
  const samples = requests.reduce((sum, { n }) => sum + n, 0) / Math.max(1, requests.length);
  const clients = Array.from({ length: Math.ceil((2 * options.sequences) / samples) }, keepAsking);
  const ended = Promise.allSettled(clients);
  const rate = await rateIn(options.window, options.generated);
  stop.abort();
  await ended;
  return rate;
}
