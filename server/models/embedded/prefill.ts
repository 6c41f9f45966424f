import type { Token } from "node-llama-cpp";
import type { LlamaSlot } from "./llama-slot";
import type { PrefixStore } from "./prefix-store";

/** An abort is noticed between pieces of this many tokens. */
const PIECE = 256;

export interface Prefilled {
  /** Tokens evaluated now. */
  readonly evaluated: number;
  /** Tokens whose KV was there already. */
  readonly reused: number;
}

/** Brings a sequence to hold all of the prompt but its last token, evaluating only what is nowhere kept. */
export async function prefill(
  slot: LlamaSlot,
  store: PrefixStore | null,
  { prompt, signal }: { prompt: readonly Token[]; signal: AbortSignal },
): Promise<Prefilled> {
  const wanted = prompt.slice(0, -1);
  const { sequence } = slot;
  await store?.restore(slot, wanted);
  await sequence.adaptStateToTokens(wanted, false);
  const reused = sequence.nextTokenIndex;
  const member = slot.gate.join(slot.number);
  try {
    for (let at = reused; at < wanted.length; at += PIECE) {
      await member.turn();
      signal.throwIfAborted();
      await sequence.evaluateWithoutGeneratingNewTokens(wanted.slice(at, at + PIECE));
    }
  } finally {
    member.leave();
  }
  if (reused < wanted.length) await store?.put(slot);
  return { evaluated: wanted.length - reused, reused };
}
