import { setMaxListeners } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { toError } from "@/server/foundation/errors";
import { EngineError } from "./engine";
import type { OpenedModel } from "./opened-model";

/** Why work on many items ended. */
export type WorkEnd =
  | { readonly kind: "finished" }
  | { readonly kind: "stopped" }
  | { readonly kind: "engine-down"; readonly error: EngineError };

export interface Workplace {
  /** What the items ask. */
  readonly models: readonly OpenedModel[];
  /** On whose behalf; forgotten by the dispatchers when the work ends. */
  readonly tenant: string;
  /** Aborted when somebody wants the work to stop. */
  readonly signal: AbortSignal;
}

export interface Work<Item> {
  /** The next item, made ready; null: there is none left. */
  readonly next: () => Promise<Item | null>;
  /** Works on one. Its own failure is its own business; what it throws concerns all and ends the work. */
  readonly workOn: (item: Item, signal: AbortSignal) => Promise<void>;
}

/**
 * Works on all items, many at once: they are taken up as fast as the engines need them, so that 20,000 hold no more memory
 * than 200. An engine that is down ends the work.
 * @throws whatever else `workOn` threw first
 */
export async function workThrough<Item>(
  { next, workOn }: Work<Item>,
  { models, tenant, signal: outer }: Workplace,
): Promise<WorkEnd> {
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  // Every call in flight listens; hundreds are no leak.
  setMaxListeners(0, signal);
  const isOver = (): boolean => signal.aborted;
  const dispatchers = new Set(models.map(({ dispatcher }) => dispatcher));
  const ended: { how: WorkEnd | null; thrown: Error | null } = { how: null, thrown: null };
  const working = new Set<Promise<void>>();

  function endWith(error: unknown): void {
    // Whoever stops the work aborts calls in flight: their items are left as they were.
    if (!isOver()) {
      if (error instanceof EngineError) ended.how = { kind: "engine-down", error };
      else ended.thrown = toError(error);
    }
    stop.abort(error);
  }

  async function admit(): Promise<void> {
    for (let item = await next(); item !== null && !isOver(); item = await next()) {
      await Promise.all([...dispatchers].map((dispatcher) => dispatcher.whenFree(tenant, signal)));
      const work = workOn(item, signal)
        .catch(endWith)
        .finally(() => working.delete(work));
      working.add(work);
      // By then it has asked its first question, which counts against the room for the next.
      await nextTurn();
    }
  }

  await admit().catch(endWith);
  await Promise.all(working);
  for (const dispatcher of dispatchers) dispatcher.forget(tenant);
  if (ended.thrown !== null) throw ended.thrown;
  if (ended.how !== null) return ended.how;
  return outer.aborted ? { kind: "stopped" } : { kind: "finished" };
}
