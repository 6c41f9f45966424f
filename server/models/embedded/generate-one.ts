import type { Token } from "node-llama-cpp";
import type { FinishReason, SamplingParameters } from "@/server/sphere/io";
import type { Generation } from "../engine";
import type { LlamaSlot } from "./llama-slot";
import { createTextStream } from "./text-stream";

/**
 * Candidates that nucleus sampling looks at. The library's default of 40 cuts into the nucleus at high temperatures; none at
 * all makes it order the whole vocabulary for every token.
 */
const NUCLEUS_CANDIDATES = 256;

export interface SampleOptions {
  readonly prompt: readonly Token[];
  readonly sampling: SamplingParameters;
  /** At most `sampling.maxTokens`; less where the context ends earlier. */
  readonly maxTokens: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Called for every token as it comes. */
  readonly onToken: () => void;
}

/** Samples one continuation on a sequence that already holds all of the prompt but its last token. */
export async function generateOne(slot: LlamaSlot, options: SampleOptions): Promise<Generation> {
  const { prompt, sampling, maxTokens, signal } = options;
  const { sequence, model } = slot;
  const stream = createTextStream(sampling.stop, prompt, (tokens, before) =>
    model.detokenize(tokens, false, before),
  );
  let tokens = 0;
  let logprobs = 0;
  let finish: FinishReason = "length";
  const steps = sequence.evaluateWithMetadata(
    prompt.slice(-1),
    { confidence: true },
    {
      temperature: sampling.temperature,
      topP: sampling.topP,
      topK: sampling.topP < 1 ? NUCLEUS_CANDIDATES : 0,
      minP: 0,
      // The library's own default is the time in seconds: samples begun together would be equal.
      seed: options.seed,
      yieldEogToken: true,
    },
  );
  const member = slot.gate.join(slot.number);
  try {
    await member.turn();
    for await (const step of steps) {
      signal.throwIfAborted();
      tokens += 1;
      options.onToken();
      logprobs += Math.log(step.confidence);
      if (model.isEogToken(step.token)) {
        finish = "end-of-turn";
        break;
      }
      const ended = stream.push(step.token);
      if (ended !== null) {
        finish = ended;
        break;
      }
      if (tokens >= maxTokens) break;
      await member.turn();
    }
  } finally {
    member.leave();
  }
  return { text: stream.text(), tokens, meanLogprob: tokens === 0 ? null : logprobs / tokens, finish };
}
