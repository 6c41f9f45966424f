export interface ScoreBarInput {
  /** Shares in [0, 1]. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface PreparedScoreBar {
  /** Places from 0 to 100. */
  readonly dot: number;
  readonly bar: { readonly from: number; readonly width: number } | null;
}

/** Below this a bar could not be seen. */
const LEAST_WIDTH = 1;

/** Where a score and its interval stand on a scale from 0 to 100. */
export function prepareScoreBar({ value, low, high }: ScoreBarInput): PreparedScoreBar {
  if (low === null || high === null) return { dot: place(value), bar: null };
  const width = Math.max(LEAST_WIDTH, place(high) - place(low));
  return { dot: place(value), bar: { from: Math.min(place(low), 100 - width), width } };
}

function place(share: number): number {
  return Math.min(1, Math.max(0, share)) * 100;
}
