import { EventEmitter, once } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { systemClock } from "@/server/foundation/clock";
import { createLogger } from "@/server/foundation/logger";
import { seededRng } from "@/server/foundation/rng";
import { createDispatcher } from "@/server/models/dispatcher";
import type { Engine } from "@/server/models/engine";
import { createScriptedEngine } from "@/server/models/scripted/scripted-engine";
import { DEFAULT_SPHERE_CONFIG } from "@/server/sphere/config";
import { sphereRun } from "./sphere-run";

export interface InFlightFigures {
  readonly problems: number;
  readonly calls: number;
  readonly seconds: number;
  /** How late the event loop is, in milliseconds. */
  readonly delayP50: number;
  readonly delayP99: number;
  readonly delayMax: number;
  readonly megabytes: number;
}

/** A call takes this long, give or take a half: 2,000 problems then get 200 answers a second. */
const LATENCY_MS = 10_000;
const SECONDS = 25;
const RESOLUTION_MS = 10;

/** How late the worker's event loop is while `problems` problems wait for answers at once, in a whole run with its journal. */
export async function benchInFlight(problems: number): Promise<InFlightFigures> {
  const engine = slowEngine(problems * DEFAULT_SPHERE_CONFIG.rootSamples);
  const dispatcher = createDispatcher(engine, {
    clock: systemClock,
    logger: createLogger("bench", "silent"),
  });
  const stop = new AbortController();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1e6);
  }, 100);
  const progress = new EventEmitter();
  const started = once(progress, "started");
  const onStart = (): boolean => progress.emit("started");
  const going = sphereRun({ engine, dispatcher, problems, signal: stop.signal, onStart });
  await started;
  delay.enable();
  await systemClock.sleep(SECONDS * 1000);
  delay.disable();
  clearInterval(watch);
  stop.abort();
  const { calls, seconds } = await going;
  // The histogram holds whole intervals, the resolution included.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  return {
    problems,
    calls,
    seconds,
    delayP50: late(delay.percentile(50)),
    delayP99: late(delay.percentile(99)),
    delayMax: late(delay.max),
    megabytes,
  };
}

/** The scripted double with room for everybody, in which each call takes its time. */
function slowEngine(sequences: number): Engine {
  const engine = createScriptedEngine("default");
  return {
    ...engine,
    sequences,
    async generate(request, signal) {
      await systemClock.sleep(LATENCY_MS * (0.5 + seededRng(request.key)()), signal);
      return engine.generate(request, signal);
    },
  };
}
