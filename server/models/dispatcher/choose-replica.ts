import type { Call, Replica } from "./call";
import { rendezvousOrder } from "./rendezvous";
import { callsWaitingFor, isUp } from "./replica";

/** A queue longer than so many times the mean sends its next calls elsewhere. */
const SPILL_OVER = 2;

/**
 * Where a call waits: at the replica that its prefix prefers, for the KV cache there, unless far more calls wait there than
 * elsewhere. Where all are down, at one that the call has not tried.
 * @returns null where none is left
 */
export function chooseReplica(replicas: readonly Replica[], call: Call): Replica | null {
  const names = replicas.map(({ name }) => name);
  const preferred =
    names.length === 1
      ? replicas
      : rendezvousOrder(names, call.prefixKey).flatMap((index) => replicas[index] ?? []);
  const up = preferred.filter(isUp);
  if (up.length === 0) return preferred.find((one) => !call.refusedBy.has(one)) ?? null;
  const others = up.filter((one) => one !== call.failedOn);
  const mean = up.reduce((sum, one) => sum + callsWaitingFor(one), 0) / up.length;
  const isCrowded = (one: Replica): boolean => callsWaitingFor(one) > Math.max(1, SPILL_OVER * mean);
  return others.find((one) => !isCrowded(one)) ?? others[0] ?? up[0] ?? null;
}
