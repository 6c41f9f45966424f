/** Runs on one page. */
const RUNS_SHOWN = 30;

/** What a page of runs asks for; page and server ask the same. */
export function runListInput(cursor: string | null) {
  return { limit: RUNS_SHOWN, cursor };
}
