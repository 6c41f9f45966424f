import { setMaxListeners } from "node:events";
import type { Engine, GenerateRequest } from "@/server/models/engine";
import { solveMessages } from "@/server/sphere/prompts";
import type { SphereConfig } from "@/server/sphere/config";
import { rateIn, type TokenCount, type Window } from "./rate";

interface SaturateOptions {
  readonly engine: Engine;
  readonly generated: TokenCount;
  /** Sequences that the engine decodes at once; twice as many are always asked for. */
  readonly sequences: number;
  readonly config: SphereConfig;
  readonly window: Window;
}

/** Generated tokens a second while there is always more to do than the engine can: whole solutions of ever new problems. */
export async function saturate(options: SaturateOptions): Promise<number> {
  const { engine, config } = options;
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  let asked = 0;
  async function keepAsking(): Promise<void> {
    while (!stop.signal.aborted) await engine.generate(solution(asked++, config), stop.signal);
  }
  const clients = Array.from({ length: Math.ceil((2 * options.sequences) / config.rootSamples) }, keepAsking);
  const ended = Promise.allSettled(clients);
  const rate = await rateIn(options.window, options.generated);
  stop.abort();
  await ended;
  return rate;
}

function solution(i: number, config: SphereConfig): GenerateRequest {
  const { temperature, topP, maxTokens, rootSamples } = config;
  const statement = `Tom has ${i + 2} pears and buys ${i + 3} more. How many pears has he now?`;
  return {
    key: `saturate-${i}`,
    messages: solveMessages({ id: `saturate-${i}`, statement }),
    prefix: "",
    n: rootSamples,
    sampling: { temperature, topP, maxTokens, stop: [] },
  };
}
