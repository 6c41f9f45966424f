/** Why a job is paused; in the data of the event that tells so, where its events have data. */
export type PauseCause = "person" | "token-budget" | "time-budget" | "engine-down" | "error";
