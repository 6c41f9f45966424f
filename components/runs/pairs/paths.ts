type Anchor = `chain-${string}` | `pair-${string}` | `correction-${string}` | `node-${string}` | "calls";

/** The page of one problem of a run, or a place on it. */
export function problemPath(runId: string, problemId: string, anchor?: Anchor) {
  const page = `/runs/${encodeURIComponent(runId)}/problems/${encodeURIComponent(problemId)}` as const;
  return anchor === undefined ? page : (`${page}#${anchor}` as const);
}

/** The page of one model call, or one of its samples (from 0). */
export function callPath(callId: string, sample?: number) {
  const page = `/calls/${encodeURIComponent(callId)}` as const;
  return sample === undefined ? page : (`${page}#sample-${sample}` as const);
}

/** A run's pairs. */
export function pairsPath(runId: string) {
  return `/runs/${encodeURIComponent(runId)}/pairs` as const;
}

/** Those of a run's pairs that are held back from the files. */
export function heldBackPath(runId: string) {
  return `/runs/${encodeURIComponent(runId)}/pairs?held=true` as const;
}
