import { AppError } from "@/server/foundation/errors";
import { appendEvent } from "./events.repo";
import { placeBefore } from "./place-before";
import { placeInQueue, readQueue } from "./queue.repo";
import type { RunsDeps } from "./runs.service";

export interface QueueEntry {
  readonly runId: string;
  /** 1 goes next. */
  readonly position: number;
  readonly priority: number;
}

/** The queue in its order. */
export function queue({ db }: Pick<RunsDeps, "db">): QueueEntry[] {
  return readQueue(db).map(({ id, priority }, index) => ({ runId: id, position: index + 1, priority }));
}

/**
 * Moves a queued run before another, or to the end; it takes the priority of where it goes.
 * @returns the new order
 * @throws AppError when one of them waits no more
 */
export function moveInQueue(
  { db, clock }: RunsDeps,
  move: { readonly runId: string; readonly before: string | null },
): QueueEntry[] {
  const { runId, before } = move;
  return db.transaction(
    (tx) => {
      const order = readQueue(tx);
      const waits = (id: string): boolean => order.some((run) => run.id === id);
      if (!waits(runId)) throw new AppError("conflict", "The run waits no more.", { field: "runId" });
      if (before !== null && !waits(before)) {
        throw new AppError("conflict", "The run to go before waits no more.", {
          field: "before",
          fix: "Look at the queue again.",
        });
      }
      if (before === runId) return queue({ db });
      placeInQueue(tx, placeBefore(order, runId, before));
      const entries = queue({ db });
      const position = entries.find((entry) => entry.runId === runId)?.position ?? 0;
      const message = `A person moved the run to place ${position} of the queue.`;
      appendEvent(tx, { runId, level: "info", kind: "run-moved", message, data: { position } }, clock.now());
      return entries;
    },
    { behavior: "immediate" },
  );
}
