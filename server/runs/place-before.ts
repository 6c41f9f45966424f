import type { QueuedRun } from "./queue.repo";

/** Distance of ranks that leaves room for half a hundred moves between two neighbours. */
const STEP = 1_000;

/**
 * The new places that put a run before another, or at the end (null): usually the run's alone. It takes the
 * priority of where it goes, since a run of a lower one never goes first. Where two neighbours leave no room,
 * those before the gap move up.
 *
 * @param queue in its order
 */
export function placeBefore(queue: readonly QueuedRun[], runId: string, before: string | null): QueuedRun[] {
  const others = queue.filter(({ id }) => id !== runId);
  const index = before === null ? others.length : others.findIndex(({ id }) => id === before);
  const next = others[index];
  if (next === undefined) {
    const last = others.at(-1);
    return last === undefined ? [] : [{ id: runId, priority: last.priority, rank: last.rank + STEP }];
  }
  const { priority } = next;
  const earlier = others.slice(0, index).filter((run) => run.priority === priority);
  const previous = earlier.at(-1);
  if (previous === undefined) return [{ id: runId, priority, rank: next.rank - STEP }];
  const middle = (previous.rank + next.rank) / 2;
  if (previous.rank < middle && middle < next.rank) return [{ id: runId, priority, rank: middle }];
  const pushed = [...earlier, { id: runId, priority, rank: middle }];
  return pushed.map(({ id }, place) => ({ id, priority, rank: next.rank - STEP * (pushed.length - place) }));
}
