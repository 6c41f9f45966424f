import { setMaxListeners } from "node:events";
import type { Engine, GenerateRequest } from "@/server/models/engine";
import type { TokenCount } from "./rate";

interface SaturateOptions {
  readonly engine: Engine;
  readonly generated: TokenCount;
  /** Sequences that the engine decodes at once; twice as many are always asked for. */
  readonly sequences: number;
}

/**
 * Generated tokens a second while there is always more to do than the engine can: the given requests in their order, none waiting
 * for another, until all are answered; they begin anew meanwhile, so that it stays full to the end. They are those of a run,
 * since an engine's rate hangs on how long prompts and answers are.
 */
export async function saturate(
  requests: readonly GenerateRequest[],
  { engine, generated, sequences }: SaturateOptions,
): Promise<number> {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  let asked = 0;
  let answered = 0;
  let rate = 0;
  const before = await generated();
  const started = performance.now();
  async function keepAsking(): Promise<void> {
    for (;;) {
      const turn = asked++;
      const request = requests[turn % requests.length];
      if (request === undefined || stop.signal.aborted) return;
      // Another key draws another answer; the prompts are the same.
      await engine.generate({ ...request, key: `${request.key}/${turn}` }, stop.signal);
      if (turn >= requests.length) continue;
      answered += 1;
      if (answered < requests.length) continue;
      const seconds = (performance.now() - started) / 1000;
      rate = ((await generated()) - before) / seconds;
      stop.abort();
    }
  }
  const samples = requests.reduce((sum, { n }) => sum + n, 0) / Math.max(1, requests.length);
  const clients = Array.from({ length: Math.ceil((2 * sequences) / samples) }, keepAsking);
  await Promise.allSettled(clients);
  return rate;
}
