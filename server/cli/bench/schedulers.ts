import { systemClock } from "@/server/foundation/clock";
import { createLogger } from "@/server/foundation/logger";
import { createDispatcher } from "@/server/models/dispatcher";
import type { Engine, GenerateRequest } from "@/server/models/engine";
import type { SphereConfig } from "@/server/sphere/config";
import { lockStepDispatcher } from "./lock-step";
import { rateIn, type TokenCount, type Window } from "./rate";
import { saturate } from "./saturate";
import { sphereRun } from "./sphere-run";

/** Generated tokens a second of one engine, under three loads. */
export interface SchedulerFigures {
  /** Flat out: the requests of the run, with nothing to wait for and always more of them than it can do. */
  readonly saturated: number;
  /** A whole SPHERE run, journal and all. */
  readonly run: number;
  /** The same work, where all problems of a batch wait for each other at every step. */
  readonly lockstep: number;
}

/** An engine that has read nothing yet, so that every load pays for its prompts. */
export interface FreshEngine {
  readonly engine: Engine;
  readonly generated: TokenCount;
  close(): Promise<void>;
}

export interface SchedulerBench {
  readonly open: () => Promise<FreshEngine>;
  readonly sequences: number;
  readonly config: SphereConfig;
  readonly runWindow: Window;
  /** Problems of a lock-step batch. */
  readonly batch: number;
}

/** More than can be done while it is looked at: the tail of a run, when no problem is left to begin, is not measured. */
const ENDLESS = 5_000;

/**
 * The run is looked at while it goes, after a warm-up; the saturated engine answers what the run asked meanwhile. The lock-step batch is measured whole, from its
 * first question to its last answer, since every batch is like the one before.
 */
export async function benchSchedulers(bench: SchedulerBench): Promise<SchedulerFigures> {
  const asked: GenerateRequest[] = [];
  const run = await withFresh(bench, (fresh) => rateOfRun(fresh, bench, asked));
  const saturated = await withFresh(bench, (fresh) =>
    saturate(asked, { ...fresh, sequences: bench.sequences }),
  );
  const lockstep = await withFresh(bench, async ({ engine }) => {
    const { batch, config } = bench;
    const dispatcher = lockStepDispatcher(engine, { width: batch, problems: batch });
    const { generatedTokens, seconds } = await sphereRun({ engine, dispatcher, problems: batch, config });
    return generatedTokens / seconds;
  });
  return { saturated, run, lockstep };
}

async function withFresh(
  { open }: SchedulerBench,
  measure: (fresh: FreshEngine) => Promise<number>,
): Promise<number> {
  const fresh = await open();
  try {
    return await measure(fresh);
  } finally {
    await fresh.close();
  }
}

/** @param asked gets the requests of the run that were sent while it was looked at, in their order */
async function rateOfRun(
  { engine, generated }: FreshEngine,
  { config, runWindow }: SchedulerBench,
  asked: GenerateRequest[],
): Promise<number> {
  const recorded: Engine = {
    ...engine,
    generate: (request, signal, onSample) => {
      if (performance.now() > lookedAtFrom) asked.push(request);
      return engine.generate(request, signal, onSample);
    },
  };
  const lookedAtFrom = performance.now() + runWindow.warmUpSeconds * 1000;
  const stop = new AbortController();
  const dispatcher = createDispatcher(recorded, {
    clock: systemClock,
    logger: createLogger("bench", "silent"),
  });
  const going = sphereRun({ engine, dispatcher, problems: ENDLESS, config, signal: stop.signal });
  const rate = await rateIn(runWindow, generated);
  stop.abort();
  await going;
  return rate;
}
