import { createHeap } from "./heap";

/** What the order looks at of a call. */
interface Waiting {
  readonly prefixKey: string;
  readonly depth: number;
  readonly problemPosition: number;
  readonly sequence: number;
  readonly samples: number;
}

/** One tenant's calls that wait for one replica, in the order in which they should be sent. */
export interface WaitingLine<T extends Waiting> {
  readonly size: number;
  add(call: T): void;
  remove(call: T): void;
  /**
   * Takes out the next call of at most `room` samples: the deepest of the problem served last (`hot`, newest first), else of
   * the problem nearest its end, which is the one that was begun first. Null where none fits.
   */
  take(room: number, hot: readonly string[]): T | null;
  /** Takes out all of them. */
  drain(): T[];
}

interface ProblemLine<T> {
  readonly position: number;
  readonly sequence: number;
  /** Shallowest first, so that the next one is at the end. */
  readonly calls: T[];
}

/** Problems looked at for a call that fits, where the first one's does not. */
const LOOK_AHEAD = 16;

export function createWaitingLine<T extends Waiting>(): WaitingLine<T> {
  const problems = new Map<string, ProblemLine<T>>();
  /** May hold problems that have no calls any more; they are dropped when they come up. */
  const order = createHeap<ProblemLine<T>>((a, b) => a.position - b.position || a.sequence - b.sequence);
  let size = 0;

  function takeFrom(problem: ProblemLine<T> | undefined, room: number): T | null {
    const next = problem?.calls.at(-1);
    if (next === undefined || next.samples > room) return null;
    problem?.calls.pop();
    size -= 1;
    if (problem?.calls.length === 0) problems.delete(next.prefixKey);
    return next;
  }

  function takeInOrder(room: number): T | null {
    const passed: ProblemLine<T>[] = [];
    let taken: T | null = null;
    while (taken === null && passed.length < LOOK_AHEAD) {
      const problem = order.peek();
      if (problem === undefined) break;
      taken = takeFrom(problem, room);
      if (taken !== null && problem.calls.length > 0) break;
      order.pop();
      if (problem.calls.length > 0) passed.push(problem);
    }
    for (const problem of passed) order.push(problem);
    return taken;
  }

  return {
    get size() {
      return size;
    },
    add(call) {
      let problem = problems.get(call.prefixKey);
      if (problem === undefined) {
        problem = { position: call.problemPosition, sequence: call.sequence, calls: [] };
        problems.set(call.prefixKey, problem);
        order.push(problem);
      }
      const { calls } = problem;
      let at = calls.length;
      while (at > 0 && goesBefore(calls[at - 1], call)) at -= 1;
      calls.splice(at, 0, call);
      size += 1;
    },
    remove(call) {
      const problem = problems.get(call.prefixKey);
      const at = problem?.calls.indexOf(call) ?? -1;
      if (problem === undefined || at < 0) return;
      problem.calls.splice(at, 1);
      size -= 1;
      if (problem.calls.length === 0) problems.delete(call.prefixKey);
    },
    take(room, hot) {
      for (let i = hot.length - 1; i >= 0; i--) {
        const call = takeFrom(problems.get(hot[i] ?? ""), room);
        if (call !== null) return call;
      }
      return takeInOrder(room);
    },
    drain() {
      const all = [...problems.values()].flatMap(({ calls }) => calls);
      problems.clear();
      while (order.pop() !== undefined);
      size = 0;
      return all;
    },
  };
}

function goesBefore(a: Waiting | undefined, b: Waiting): boolean {
  return a !== undefined && (a.depth - b.depth || b.sequence - a.sequence) > 0;
}
