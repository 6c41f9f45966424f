import { systemClock } from "@/server/foundation/clock";
import { createLogger } from "@/server/foundation/logger";
import { createDispatcher } from "@/server/models/dispatcher";
import type { Engine } from "@/server/models/engine";
import type { SphereConfig } from "@/server/sphere/config";
import { lockStepDispatcher } from "./lock-step";
import { rateIn, type TokenCount, type Window } from "./rate";
import { saturate } from "./saturate";
import { sphereRun } from "./sphere-run";

/** Generated tokens a second of one engine, under three loads. */
export interface SchedulerFigures {
  /** Flat out: always more whole solutions to write than it can. */
  readonly saturated: number;
  /** A whole SPHERE run, journal and all. */
  readonly run: number;
  /** The same work, where all problems of a batch wait for each other at every step. */
  readonly lockstep: number;
}

export interface SchedulerBench {
  readonly engine: Engine;
  readonly generated: TokenCount;
  readonly sequences: number;
  readonly config: SphereConfig;
  readonly saturatedWindow: Window;
  readonly runWindow: Window;
  /** Problems of a lock-step batch. */
  readonly batch: number;
}

/** More than can be done while it is looked at: the tail of a run, when no problem is left to begin, is not measured. */
const ENDLESS = 5_000;

/**
 * The run is looked at while it goes, after a warm-up, as the saturated engine is. The lock-step batch is measured whole, from its
 * first question to its last answer, since every batch is like the one before.
 */
export async function benchSchedulers(bench: SchedulerBench): Promise<SchedulerFigures> {
  const { engine, config, generated } = bench;
  const saturated = await saturate({ ...bench, window: bench.saturatedWindow });

  const stop = new AbortController();
  const dispatcher = createDispatcher(engine, {
    clock: systemClock,
    logger: createLogger("bench", "silent"),
  });
  const going = sphereRun({ engine, dispatcher, problems: ENDLESS, config, signal: stop.signal });
  const run = await rateIn(bench.runWindow, generated);
  stop.abort();
  await going;

  const problems = bench.batch;
  const lockStep = lockStepDispatcher(engine, { width: bench.batch, problems });
  const batch = await sphereRun({ engine, dispatcher: lockStep, problems, config });
  return { saturated, run, lockstep: batch.generatedTokens / batch.seconds };
}
