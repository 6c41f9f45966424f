import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Logger } from "@/server/foundation/logger";
import type { JobLive, JobStatus } from "@/server/jobs/jobs.schema";
import type { OpenedModel } from "@/server/models/opened-model";
import type { WorkEnd } from "@/server/models/work-through";
import type { EngineHost } from "./engine-host";
import type { Stop } from "./steering";

/** What serving a job needs of the process. */
export interface ServeDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly engines: EngineHost;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
}

/** What work on a job came to: `blocked` needs a person, `unexpected` is a fault of ours. */
export type Outcome =
  | WorkEnd
  | { readonly kind: "blocked"; readonly reason: string }
  | { readonly kind: "unexpected"; readonly message: string };

/** How a job stands when the worker lets go of it. */
export interface Settlement<Reason extends string = string> {
  readonly outcome: Outcome;
  readonly stop: Stop<Reason> | null;
  /** Times in a row before this that its engine was down. */
  readonly downBefore: number;
}

/** Holds a job at work to what people ask of it. `Held` is what a heartbeat brings back. */
export interface JobSteering<Held, Reason extends string> {
  /** Aborted when the job must let go of what it still asks. */
  readonly signal: AbortSignal;
  /** The model as the job may use it. */
  steer(model: OpenedModel): OpenedModel;
  /** Acts on what the row says; null: the lease is lost. */
  heed(held: Held | null): void;
  /** What stopped it, once something did. */
  stopped(): Stop<Reason> | null;
  /** The job is over or let go of: forgets its place in the dispatchers. */
  end(): void;
}

/** One renewal of a lease. */
export interface Beat {
  readonly now: number;
  /** Milliseconds worked since the last one. */
  readonly activeMs: number;
  readonly live: JobLive | null;
}

/** A claimed run or evaluation, as the parts of the worker that they share see it. */
export interface Job<Held, Reason extends string> {
  /** Also its name as a tenant of dispatchers. */
  readonly id: string;
  readonly noun: "run" | "evaluation";
  /** As it was claimed: anything but `running` is to be settled at once. */
  readonly status: JobStatus;
  /** Calls on record before this worker took it. */
  readonly callCount: number;
  readonly steering: JobSteering<Held, Reason>;
  /** Appends an event of level info. */
  tell(kind: string, message: string): void;
  /** Says why it makes no headway; null takes it back. False: it is no longer this worker's, or not at work. */
  explain(reason: string | null): boolean;
  /** Renews the lease; null: it is lost. */
  renew(beat: Beat): Held | null;
  /**
   * Does the work.
   * @param watch told the models once they are open
   * @throws EngineError, LeaseLostError
   */
  execute(at: {
    readonly open: (modelId: string) => Promise<OpenedModel>;
    readonly watch: (models: readonly OpenedModel[]) => void;
    readonly signal: AbortSignal;
  }): Promise<Outcome>;
  /** Writes down how it stands now that this worker lets go of it. */
  settle(settlement: Settlement<Reason>): void;
}
