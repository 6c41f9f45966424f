import type { Engine, GenerateRequest, GenerateResult } from "../engine";

/** Where a call stands among those that wait. */
export interface CallOptions {
  /** Steps in the prefix: within a problem the deepest goes first, since its KV cache is hot. */
  readonly depth: number;
  /** Place of the problem in its run; earlier ones are nearer their end. */
  readonly problemPosition: number;
  /** Aborting it takes the call back: unsent it is never sent, in flight its request is closed. */
  readonly signal: AbortSignal;
  /** The run or evaluation that asks: tenants share the engine. One and the same where none is said. */
  readonly tenant?: string;
  /** Calls of equal key go to the same replica while it can take them; the tenant's problem where none is said. */
  readonly prefixKey?: string;
}

export interface AskOptions extends CallOptions {
  /** Journal key of the question: spreads the pauses between its attempts. */
  readonly key: string;
  /** As how many samples in flight it counts; 1 where none is said. */
  readonly weight?: number;
}

export interface DispatchedResult extends GenerateResult {
  /** From the first sending to the last token, retries included. */
  readonly durationMs: number;
}

export interface TenantLimits {
  /** Its part of the engine against other tenants' that have work; 1 where none is said. */
  readonly share?: number;
  /** Most samples of it in flight at once; 0 sends nothing more; null leaves it to the engine. */
  readonly maxInFlight?: number | null;
}

/** What an engine does for one tenant, or for all. */
export interface Load {
  /** Samples that the engine works on. */
  readonly inFlight: number;
  /** Calls that wait, those between two attempts included. */
  readonly waiting: number;
}

/** One server of a model, for a page. */
export interface ReplicaStats extends Load {
  /** Address, or the engine's name where it has none. */
  readonly name: string;
  /** `down`: its calls went to the others, and it is asked now and then whether it is back. */
  readonly state: "up" | "down";
  /** Samples that may be in flight now. */
  readonly limit: number;
  /** Calls since it was opened. */
  readonly answered: number;
  readonly failures: number;
  /** Why it is down, or what failed last. */
  readonly lastError: string | null;
}

export interface DispatcherStats extends Load {
  /** Samples that may be in flight now, over all replicas that are up. */
  readonly limit: number;
  readonly replicas: readonly ReplicaStats[];
}

export interface Dispatcher {
  /**
   * Sends a request when its turn comes and tries again what can be tried again.
   * @throws EngineError, the last one, once attempts are used up; at once when the engine is down (also for all that wait)
   * @throws the signal's reason when aborted; what still waits is then never sent
   */
  submit(request: GenerateRequest, options: CallOptions): Promise<DispatchedResult>;
  /**
   * Puts any other question (a likelihood, labels, step scores) to the engine in the same order, with the same retries. The
   * question may be put more than once, also to another replica, until one attempt succeeds.
   * @throws as `submit`
   */
  ask<T>(question: (engine: Engine, signal: AbortSignal) => Promise<T>, options: AskOptions): Promise<T>;
  /** Changes what a tenant may have, from now on. */
  setLimits(tenant: string, limits: TenantLimits): void;
  /** Forgets a tenant that is over. */
  forget(tenant: string): void;
  loadOf(tenant: string): Load;
  /**
   * Resolves when the tenant should bring more work: less is in flight or waits than keeps its part of the engine full. Whoever
   * waits for it before each problem needs no more memory for 20,000 than for 200.
   * @throws the signal's reason when aborted
   */
  whenFree(tenant: string, signal: AbortSignal): Promise<void>;
  stats(): DispatcherStats;
}
