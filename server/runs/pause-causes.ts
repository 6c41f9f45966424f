export const PAUSE_CAUSES = ["person", "token-budget", "time-budget", "engine-down", "error"] as const;
/** Why a run is paused; in the data of its `run-paused` event. */
export type PauseCause = (typeof PAUSE_CAUSES)[number];
