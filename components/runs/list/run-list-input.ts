/** Runs on one page. */
export const RUNS_SHOWN = 30;

/** One more than is shown is read, to know whether there are older ones. Page and server ask the same. */
export function runListInput(before: number | null) {
  return { limit: RUNS_SHOWN + 1, before };
}
