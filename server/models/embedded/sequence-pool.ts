import { commonPrefix } from "./common-prefix";
import { abortError } from "../abort-error";

/** One decoding sequence as the pool sees it. */
export interface PooledSequence {
  /** Index of the context that it belongs to; each context has a core of its own. */
  readonly context: number;
  /** Tokens whose KV it holds now. */
  tokens(): readonly number[];
}

export interface SequencePool<T extends PooledSequence> {
  /** The best free sequence for a prompt; waits for one. Rejects with the signal's reason. */
  acquire(prompt: readonly number[], signal: AbortSignal): Promise<T>;
  release(sequence: T): void;
}

/**
 * Lends sequences: from the context with the fewest busy ones (a core each must have work), there the one whose
 * KV shares most with the prompt, among equals the one that loses least, then the first (a batch of neighbours is
 * decoded in one piece). Waiting calls are served in order.
 */
export function createSequencePool<T extends PooledSequence>(sequences: readonly T[]): SequencePool<T> {
  const free = new Set(sequences);
  const busy = new Map<number, number>();
  const waiting: { readonly prompt: readonly number[]; readonly give: (sequence: T) => void }[] = [];

  const lend = (prompt: readonly number[]): T | null => {
    const ranked = sequences
      .filter((sequence) => free.has(sequence))
      .map((sequence) => {
        const held = sequence.tokens();
        return {
          sequence,
          rank: [-(busy.get(sequence.context) ?? 0), commonPrefix(held, prompt), -held.length],
        };
      });
    const best = ranked.toSorted((a, b) => compare(b.rank, a.rank))[0]?.sequence;
    if (best === undefined) return null;
    free.delete(best);
    busy.set(best.context, (busy.get(best.context) ?? 0) + 1);
    return best;
  };

  return {
    acquire(prompt, signal) {
      return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const sequence = lend(prompt);
        if (sequence !== null) {
          resolve(sequence);
          return;
        }
        const entry = {
          prompt,
          give: (given: T) => {
            signal.removeEventListener("abort", abort);
            resolve(given);
          },
        };
        const abort = (): void => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(abortError(signal));
        };
        signal.addEventListener("abort", abort, { once: true });
        waiting.push(entry);
      });
    },
    release(sequence) {
      free.add(sequence);
      busy.set(sequence.context, (busy.get(sequence.context) ?? 1) - 1);
      const next = waiting.shift();
      if (next === undefined) return;
      const given = lend(next.prompt);
      if (given !== null) next.give(given);
    },
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
