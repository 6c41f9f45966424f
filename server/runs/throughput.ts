/** One call: when it ended, how long it took, what it generated. */
export interface CallSpan {
  readonly endedAt: number;
  readonly durationMs: number;
  readonly tokens: number;
}

export interface ThroughputPoint {
  /** Start of the step, milliseconds since the epoch. */
  readonly at: number;
  /** Null where nothing was measured: the run was paused, say. */
  readonly tokensPerSecond: number | null;
}

interface ChartWindow {
  readonly since: number;
  readonly until: number;
  readonly stepMs: number;
}

/** Throughput over time as a worker measured it: the mean of each step's readings. */
export function measuredThroughput(
  readings: readonly { readonly at: number; readonly tokensPerSecond: number }[],
  { since, until, stepMs }: ChartWindow,
): ThroughputPoint[] {
  const steps = Math.max(0, Math.ceil((until - since) / stepMs));
  return Array.from({ length: steps }, (_, step) => {
    const at = since + step * stepMs;
    const here = readings.filter((reading) => reading.at > at && reading.at <= at + stepMs);
    const sum = here.reduce((total, reading) => total + reading.tokensPerSecond, 0);
    return { at, tokensPerSecond: here.length === 0 ? null : sum / here.length };
  });
}

/**
 * Throughput over time. A call's tokens are spread evenly over the time it took, since they are recorded in
 * one piece when it ends; so the newest steps rise as calls in flight end.
 */
export function tokensPerSecond(spans: readonly CallSpan[], window: ChartWindow): ThroughputPoint[] {
  const { since, until, stepMs } = window;
  const steps = Math.max(0, Math.ceil((until - since) / stepMs));
  const tokens = new Float64Array(steps);
  for (const span of spans) {
    const duration = Math.max(1, span.durationMs);
    const start = span.endedAt - duration;
    const first = Math.max(0, Math.floor((start - since) / stepMs));
    const last = Math.min(steps - 1, Math.floor((span.endedAt - since) / stepMs));
    for (let step = first; step <= last; step++) {
      const from = Math.max(start, since + step * stepMs);
      const to = Math.min(span.endedAt, since + (step + 1) * stepMs);
      const share = (Math.max(0, to - from) / duration) * span.tokens;
      tokens[step] = (tokens[step] ?? 0) + share;
    }
  }
  return Array.from(tokens, (sum, step) => ({
    at: since + step * stepMs,
    tokensPerSecond: sum / (stepMs / 1000),
  }));
}
