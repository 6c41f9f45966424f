/**
 * `server/jobs` owns what every long piece of work has in common, be it a run, an evaluation or a training: its states,
 * the lease by which one worker at a time holds it, the tail by which people watch it, and who the workers are. It knows no job by
 * its table: a table that spreads `jobColumns` is one of jobs. It imports db and foundation alone.
 */
export const JOB_STATUSES = [
  "queued",
  "running",
  "pausing",
  "paused",
  "cancelling",
  "cancelled",
  "finished",
] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const CALL_STATUSES = ["ok", "failed"] as const;

export const EVENT_LEVELS = ["info", "warning", "error"] as const;

/** What the engines of a job do at this moment; written with each heartbeat. */
export interface JobLive {
  readonly samplesInFlight: number;
  readonly callsWaiting: number;
  /** Over the last seconds, unfinished samples included; null where the engine does not tell. */
  readonly tokensPerSecond: number | null;
}
