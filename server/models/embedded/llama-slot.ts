import type { LlamaContextSequence, LlamaModel, Token } from "node-llama-cpp";
import type { StatefulSequence } from "./prefix-store";
import type { PooledSequence } from "./sequence-pool";

/** One sequence of one context, with what pool and prefix store need to know of it. */
export interface LlamaSlot extends PooledSequence, StatefulSequence {
  readonly sequence: LlamaContextSequence;
  readonly model: LlamaModel;
}

export function createLlamaSlot(sequence: LlamaContextSequence, context: number): LlamaSlot {
  // The getter copies; the pool and the store ask often, and only finished sequences.
  const tokens = (): readonly Token[] => sequence.contextTokens;
  return {
    sequence,
    model: sequence.model,
    context,
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
