import type { LlamaModel } from "node-llama-cpp";
import type { Clock } from "@/server/foundation/clock";
import type { EmbeddedLayout } from "./calibration.schema";
import { generateOne } from "./generate-one";
import type { LlamaSlot } from "./llama-slot";
import { openSlots } from "./load-model";
import { prefill } from "./prefill";

/** Short, so that hardly any of the time goes into reading it. */
const PROMPT = "Step 1: First";
/** Enough for a steady state; bounds the time on fast machines. */
const TOKENS_A_SEQUENCE = 24;

export interface MeasureOptions {
  readonly layout: EmbeddedLayout;
  /** Milliseconds after which it stops and takes what there is. */
  readonly limitMs: number;
  readonly clock: Clock;
}

/**
 * Generated tokens a second with every sequence of the layout at work.
 * @throws EngineError where the layout does not fit into memory
 */
export async function measureLayout(model: LlamaModel, options: MeasureOptions): Promise<number> {
  const { clock, layout, limitMs } = options;
  const opened = await openSlots(model, layout);
  const { slots } = opened;
  try {
    const stop = new AbortController();
    const prompt = model.tokenize(PROMPT);
    await Promise.all(slots.map((slot) => prefill(slot, null, { prompt, signal: stop.signal })));
    const started = clock.now();
    let tokens = 0;
    const onToken = (): void => {
      tokens += 1;
      if (clock.now() - started > limitMs) stop.abort();
    };
    const one = (slot: LlamaSlot, seed: number): Promise<unknown> =>
      generateOne(slot, {
        prompt,
        sampling: { temperature: 0.8, topP: 0.95, maxTokens: TOKENS_A_SEQUENCE, stop: [] },
        maxTokens: TOKENS_A_SEQUENCE,
        seed,
        signal: stop.signal,
        onToken,
      });
    const outcomes = await Promise.allSettled(slots.map((slot, index) => one(slot, index)));
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed !== undefined && !stop.signal.aborted) throw failed.reason;
    return (tokens * 1000) / Math.max(1, clock.now() - started);
  } finally {
    await opened.close();
  }
}
