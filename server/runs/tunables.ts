/** A worker that has not renewed its lease for this long has lost the run. */
export const LEASE_MS = 15_000;

/** How often a worker renews the lease and looks for a pause or cancel. */
export const HEARTBEAT_MS = 1_000;

/** How often a worker keeps a reading of the rate, for the chart. */
export const RATE_MS = 2_500;

/** How often a worker looks for a run to take, while it has room for one. */
export const CLAIM_POLL_MS = 500;

/** Runs that one worker serves at once; the dispatcher shares an engine between them. */
export const RUNS_AT_ONCE = 4;

/** Dry runs beside those: somebody waits for them before a launch. */
export const DRY_RUNS_AT_ONCE = 1;

/** How long a pause waits for samples in flight before it ends them; a cancel does not wait. */
export const PAUSE_GRACE_MS = 10_000;

/** The same where a budget is spent: nobody waits, and what an engine has begun is paid for. */
export const BUDGET_GRACE_MS = 10 * 60_000;

/** How often a run that lets its last samples end looks whether they have. */
export const DRAIN_POLL_MS = 100;

/** A dry run that nobody removed goes away after this long. */
export const DRY_RUN_KEPT_MS = 7 * 24 * 60 * 60_000;

/** First wait after an engine went down; doubled each time, up to the longest. */
export const ENGINE_RETRY_FIRST_MS = 5_000;
export const ENGINE_RETRY_LONGEST_MS = 5 * 60_000;

/** How often the web process looks for new events of a run that somebody watches. */
export const WATCH_POLL_MS = 250;
