/** A worker that has not renewed its lease for this long has lost the run. */
export const LEASE_MS = 15_000;

/** How often a worker renews the lease and looks for a pause or cancel. */
export const HEARTBEAT_MS = 1_000;

/** How often a worker keeps a reading of the rate, for the chart. */
export const RATE_MS = 2_500;

/** How often a worker without a run looks for one. */
export const CLAIM_POLL_MS = 500;

/** First wait after an engine went down; doubled each time, up to the longest. */
export const ENGINE_RETRY_FIRST_MS = 5_000;
export const ENGINE_RETRY_LONGEST_MS = 5 * 60_000;

/** How often the web process looks for new events of a run that somebody watches. */
export const WATCH_POLL_MS = 250;

/** Problems admitted beyond what fills the engine, so that stragglers leave no gap. */
export const ADMISSION_SLACK = 1.5;
