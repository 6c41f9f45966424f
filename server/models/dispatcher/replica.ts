import type { Engine } from "../engine";
import type { Call } from "./call";
import type { ReplicaStats } from "./dispatcher-types";
import { adaptiveLimit, fixedLimit, type InFlightLimit } from "./in-flight-limit";
import type { Tenant } from "./tenants";
import type { WaitingLine } from "./waiting-line";

/** An engine and how a page calls it. */
export interface NamedEngine {
  readonly name: string;
  readonly engine: Engine;
}

/** One engine of a model as the dispatcher sees it: what waits for it, what it works on, whether it lives. */
export interface Replica extends NamedEngine {
  readonly limit: InFlightLimit;
  readonly lines: Map<Tenant, WaitingLine<Call>>;
  /** Problems answered since the last sending, newest last: their KV cache is hot. */
  hot: string[];
  inFlight: number;
  /** What ends the attempts that it works on. */
  readonly attempts: Set<AbortController>;
  /** When it last gave a sign of life, or began to work. */
  heardAt: number;
  /** The server asked everybody to wait until then. */
  holdUntil: number;
  /** Null while it is up; else when it is asked whether it is back. */
  outage: { readonly checkAt: number } | null;
  /** Pause before the next such question; an answered call sets it back. */
  checkMs: number;
  answered: number;
  failures: number;
  lastError: string | null;
}

export const FIRST_CHECK_MS = 1_000;

export function createReplica({ name, engine }: NamedEngine): Replica {
  const { sequences, maxSequences } = engine;
  return {
    name,
    engine,
    limit: maxSequences === undefined ? fixedLimit(sequences) : adaptiveLimit(sequences, maxSequences),
    lines: new Map(),
    hot: [],
    inFlight: 0,
    attempts: new Set(),
    heardAt: 0,
    holdUntil: 0,
    outage: null,
    checkMs: FIRST_CHECK_MS,
    answered: 0,
    failures: 0,
    lastError: null,
  };
}

export const isUp = ({ outage }: Replica): boolean => outage === null;

export function callsWaitingFor({ lines }: Replica): number {
  let calls = 0;
  for (const line of lines.values()) calls += line.size;
  return calls;
}

/**
 * Samples that may be sent to it now. A server's limit was found, so the last call may reach over it, but not over the most that
 * a person or the protocol allows; an exact engine queues what is above its width itself, so that no sequence idles for want of
 * a call that fits. One that is down gets a single call, to see whether it is back.
 */
export function roomOf({ engine, limit, inFlight, outage }: Replica): number {
  if (inFlight === 0) return Infinity;
  if (outage !== null || inFlight >= limit.current()) return 0;
  return engine.maxSequences === undefined ? Infinity : engine.maxSequences - inFlight;
}

export function statsOf(replica: Replica): ReplicaStats {
  const { name, inFlight, limit, answered, failures, lastError } = replica;
  const waiting = callsWaitingFor(replica);
  const state = isUp(replica) ? "up" : "down";
  return { name, state, inFlight, waiting, limit: limit.current(), answered, failures, lastError };
}
