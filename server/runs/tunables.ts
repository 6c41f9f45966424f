/** How often a worker keeps a reading of the rate, for the chart. */
export const RATE_MS = 2_500;

/** Runs that one worker serves at once; the dispatcher shares an engine between them. */
export const RUNS_AT_ONCE = 4;

/** Dry runs beside those: somebody waits for them before a launch. */
export const DRY_RUNS_AT_ONCE = 1;

/** How long a run whose budget is spent waits for samples in flight: nobody waits, and what an engine has begun is paid for. */
export const BUDGET_GRACE_MS = 10 * 60_000;

/** A dry run that nobody removed goes away after this long. */
export const DRY_RUN_KEPT_MS = 7 * 24 * 60 * 60_000;
