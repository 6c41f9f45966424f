import type { Call, Replica } from "./call";
import { chooseReplica } from "./choose-replica";
import { createHeap } from "./heap";
import { callsWaitingFor, isUp, roomOf } from "./replica";
import type { Tenants } from "./tenants";
import { createWaitingLine } from "./waiting-line";

/** Everything that waits: for its turn at a replica, or for its next attempt. */
export interface Queues {
  /** Lets a call wait for its turn. @returns false where no replica is left for it */
  add(call: Call): boolean;
  /** Lets a call wait until `notBefore`, then for its turn. */
  delay(call: Call): void;
  /** Forgets a call that waits. */
  remove(call: Call): void;
  /** Takes out the call that the replica should work on next. */
  next(replica: Replica): Call | null;
  /** Where nothing waits for the replica: one of those that wait where most do. */
  nextFromOthers(replica: Replica): Call | null;
  /** Whether something waits that the replica could be sent, were it not for its limit. */
  isHeldBack(replica: Replica): boolean;
  /** Spreads what waits for a replica over the others. */
  moveAwayFrom(replica: Replica): void;
  /** Takes out all calls. */
  drain(): Call[];
  /** Lets the calls whose pause is over take their turn. */
  wake(now: number): void;
  /** When the next such pause ends. */
  nextAt(): number | null;
}

export function createQueues(replicas: readonly Replica[], tenants: Tenants): Queues {
  /** May hold calls that were taken back; they are dropped when they come up. */
  const delayed = createHeap<Call>((a, b) => a.notBefore - b.notBefore);

  function add(call: Call): boolean {
    const replica = chooseReplica(replicas, call);
    if (replica === null) return false;
    tenants.arrived(call.tenant, call.samples);
    call.place = { kind: "ready", replica };
    const line = replica.lines.get(call.tenant) ?? createWaitingLine<Call>();
    replica.lines.set(call.tenant, line);
    line.add(call);
    return true;
  }

  function leave(call: Call): Call {
    tenants.left(call.tenant, call.samples);
    call.place = { kind: "nowhere" };
    return call;
  }

  /** Of the tenant that has had least. */
  function takeFrom(replica: Replica, { room, hot }: { room: number; hot: readonly string[] }): Call | null {
    const able = [...replica.lines].filter(([tenant, { size }]) => size > 0 && tenants.room(tenant) > 0);
    for (const [tenant, line] of able.toSorted(([a], [b]) => a.used - b.used)) {
      const call = line.take(Math.min(room, tenants.room(tenant)), hot);
      if (call !== null) return leave(call);
    }
    return null;
  }

  function drainLines(replica: Replica): Call[] {
    return [...replica.lines.values()].flatMap((line) => line.drain()).map(leave);
  }

  function nextDelayed(): Call | undefined {
    for (let call = delayed.peek(); call !== undefined; call = delayed.peek()) {
      if (call.place.kind === "delayed") return call;
      delayed.pop();
    }
    return undefined;
  }

  return {
    add,
    delay(call) {
      tenants.arrived(call.tenant, call.samples);
      call.place = { kind: "delayed" };
      delayed.push(call);
    },
    remove(call) {
      if (call.place.kind === "ready") call.place.replica.lines.get(call.tenant)?.remove(call);
      leave(call);
    },
    next(replica) {
      const room = roomOf(replica);
      return room <= 0 ? null : takeFrom(replica, { room, hot: replica.hot });
    },
    nextFromOthers(replica) {
      const room = roomOf(replica);
      if (room <= 0 || !isUp(replica)) return null;
      const others = replicas.filter((other) => other !== replica && callsWaitingFor(other) > 0);
      const [busiest] = others.toSorted((a, b) => callsWaitingFor(b) - callsWaitingFor(a));
      return busiest === undefined ? null : takeFrom(busiest, { room, hot: [] });
    },
    isHeldBack: ({ lines }) => [...lines].some(([tenant, { size }]) => size > 0 && tenants.room(tenant) > 0),
    moveAwayFrom(replica) {
      for (const call of drainLines(replica)) add(call);
    },
    drain() {
      const all = replicas.flatMap(drainLines);
      for (let call = nextDelayed(); call !== undefined; call = nextDelayed()) {
        delayed.pop();
        all.push(leave(call));
      }
      return all;
    },
    wake(now) {
      for (let call = nextDelayed(); call !== undefined && call.notBefore <= now; call = nextDelayed()) {
        delayed.pop();
        add(leave(call));
      }
    },
    nextAt: () => nextDelayed()?.notBefore ?? null,
  };
}
