import type { JobLive } from "@/server/jobs/jobs.schema";
import type { OpenedModel } from "@/server/models/opened-model";
import { loadOf } from "./steering";

/** The rate is taken over this long, so that it is neither jumpy nor late. */
const WINDOW_MS = 5_000;

/** Reads what engines do for one job at this moment. */
export interface LiveGauge {
  watch(models: readonly OpenedModel[]): void;
  /** Null before there is something to watch. */
  read(now: number): JobLive | null;
}

/** What one engine had generated for everybody when it was last read, and the job's part of its samples then. */
interface EngineReading {
  tokens: number;
  part: number;
}

/** @param tenant the job, as the dispatchers know it */
export function createLiveGauge(tenant: string): LiveGauge {
  let models: readonly OpenedModel[] = [];
  let engines = new Map<string, EngineReading>();
  let own = 0;
  let readings: { readonly at: number; readonly tokens: number }[] = [];

  /** The job's part of the samples that the engine works on: all of them where it is alone. */
  function partOf(model: OpenedModel, before: number): number {
    const all = model.dispatcher.stats().inFlight;
    return all === 0 ? before : model.dispatcher.loadOf(tenant).inFlight / all;
  }

  /**
   * Tokens generated for the job since it is watched; null where an engine does not tell. Of an engine that others
   * use too, it counts the part that its samples had, since an engine serves all its samples alike.
   */
  function generated(): number | null {
    for (const model of models) {
      const tokens = model.engine.generatedTokens?.();
      if (tokens === undefined) return null;
      const before = engines.get(model.id) ?? { tokens, part: 1 };
      const part = partOf(model, before.part);
      own += ((tokens - before.tokens) * (before.part + part)) / 2;
      engines.set(model.id, { tokens, part });
    }
    return own;
  }

  function rate(now: number): number | null {
    const tokens = generated();
    if (tokens === null) return null;
    readings = [...readings.filter(({ at }) => at >= now - WINDOW_MS), { at: now, tokens }];
    const first = readings[0];
    return first === undefined || first.at === now
      ? null
      : ((tokens - first.tokens) * 1000) / (now - first.at);
  }

  return {
    watch(watched) {
      models = watched;
      engines = new Map();
      own = 0;
      readings = [];
    },
    read(now) {
      if (models.length === 0) return null;
      const { inFlight, waiting } = loadOf(models, tenant);
      return { samplesInFlight: inFlight, callsWaiting: waiting, tokensPerSecond: rate(now) };
    },
  };
}
