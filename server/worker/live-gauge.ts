import type { RunLive } from "@/db/schema";
import type { OpenedModel } from "@/server/runs/execute-run";

/** The rate is taken over this long, so that it is neither jumpy nor late. */
const WINDOW_MS = 5_000;

/** Reads what a run's engines do at this moment. */
export interface LiveGauge {
  watch(models: readonly OpenedModel[]): void;
  /** Null before there is something to watch. */
  read(now: number): RunLive | null;
}

export function createLiveGauge(): LiveGauge {
  let models: readonly OpenedModel[] = [];
  let readings: { readonly at: number; readonly tokens: number }[] = [];

  /** Tokens generated so far by all engines; null where one does not tell. */
  function generated(): number | null {
    let sum = 0;
    for (const { engine } of models) {
      const tokens = engine.generatedTokens?.();
      if (tokens === undefined) return null;
      sum += tokens;
    }
    return sum;
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
      readings = [];
    },
    read(now) {
      if (models.length === 0) return null;
      const stats = models.map(({ dispatcher }) => dispatcher.stats());
      return {
        samplesInFlight: stats.reduce((sum, { inFlight }) => sum + inFlight, 0),
        callsWaiting: stats.reduce((sum, { waiting }) => sum + waiting, 0),
        tokensPerSecond: rate(now),
      };
    },
  };
}
