/** One sequence that decodes at present. */
export interface BatchMember {
  /** Resolves when every member waits here; all then go on together. Between two turns a member only decodes. */
  turn(): Promise<void>;
  /** Must be called when it decodes no more, or the others wait for ever. */
  leave(): void;
}

export interface BatchGate {
  /** `order`: number of the sequence in its context. */
  join(order: number): BatchMember;
}

/**
 * Makes the sequences of one context ask for their next token together and in the order of their numbers.
 *
 * llama.cpp decodes a batch at once only as far as the numbers of its sequences go up one by one; it splits it elsewhere. Sequences that
 * ask as soon as their last token is drawn come in any order, which cuts a batch of eight into pieces of one or two
 * (measured: 24% fewer tokens a second, and no gain from more sequences).
 */
export function createBatchGate(): BatchGate {
  let members = 0;
  let waiting: { readonly order: number; readonly go: () => void }[] = [];

  const openIfAllWait = (): void => {
    if (waiting.length < members) return;
    const ready = waiting.toSorted((a, b) => a.order - b.order);
    waiting = [];
    for (const { go } of ready) go();
  };

  return {
    join(order) {
      members += 1;
      let here = true;
      return {
        turn: () =>
          new Promise((go) => {
            waiting.push({ order, go });
            // Not at once: whoever came last would otherwise go on last, since it listens only after this returns.
            queueMicrotask(openIfAllWait);
          }),
        leave() {
          if (!here) return;
          here = false;
          members -= 1;
          openIfAllWait();
        },
      };
    },
  };
}
