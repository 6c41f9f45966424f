/** A worker that has not renewed its lease for this long has lost the job. */
export const LEASE_MS = 15_000;

/** How often a worker renews the lease and looks for a pause or cancel. */
export const HEARTBEAT_MS = 1_000;

/** How often a worker looks for a job to take, while it has room for one. */
export const CLAIM_POLL_MS = 500;

/** First wait after an engine went down; doubled each time, up to the longest. */
export const ENGINE_RETRY_FIRST_MS = 5_000;
export const ENGINE_RETRY_LONGEST_MS = 5 * 60_000;

/** How often the web process looks for new events of what somebody watches. */
export const WATCH_POLL_MS = 250;

/** How long a pause waits for samples in flight before it ends them; a cancel does not wait. */
export const PAUSE_GRACE_MS = 10_000;

/** How often a job that lets its last samples end looks whether they have. */
export const DRAIN_POLL_MS = 100;
