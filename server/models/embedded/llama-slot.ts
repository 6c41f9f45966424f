import type { LlamaContextSequence, LlamaModel, Token } from "node-llama-cpp";
import type { StatefulSequence } from "./prefix-store";
import type { BatchGate } from "./batch-gate";
import type { PooledSequence } from "./sequence-pool";

/** One sequence of one context, with what pool and prefix store need to know of it. */
export interface LlamaSlot extends PooledSequence, StatefulSequence {
  readonly sequence: LlamaContextSequence;
  readonly model: LlamaModel;
  /** Of its context: all of them decode in one batch. */
  readonly gate: BatchGate;
  /** Number of the sequence in its context. */
  readonly number: number;
}

/** The place of a sequence: `context` is the index of its context. */
export type SlotPlace = Pick<LlamaSlot, "context" | "number" | "gate">;

export function createLlamaSlot(sequence: LlamaContextSequence, place: SlotPlace): LlamaSlot {
  // The getter copies; the pool and the store ask often, and only finished sequences.
  const tokens = (): readonly Token[] => sequence.contextTokens;
  return {
    ...place,
    sequence,
    model: sequence.model,
    tokens,
    async save(file) {
      const { fileSize } = await sequence.saveStateToFile(file);
      return { bytes: fileSize };
    },
    async load(file) {
      try {
        await sequence.loadStateFromFile(file, { acceptRisk: true });
      } catch {
        // A state that cannot be read costs a prefill, no more.
        await sequence.clearHistory();
      }
    },
  };
}
