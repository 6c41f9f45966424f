import type { NamedEngine, Replica } from "./call";
import type { ReplicaStats } from "./dispatcher-types";
import { adaptiveLimit, fixedLimit } from "./in-flight-limit";

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
