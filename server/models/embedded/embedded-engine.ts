import { setMaxListeners } from "node:events";
import type { LlamaModel, Token } from "node-llama-cpp";
import { errorMessage } from "@/server/foundation/errors";
import { sha256 } from "@/server/foundation/ids";
import { EngineError, type Engine, type GenerateRequest, type Generation } from "../engine";
import { labelShares } from "../openai/label-shares";
import { chatTemplate, type ChatTemplate } from "./chat-template";
import { generateOne } from "./generate-one";
import { commonPrefix } from "./common-prefix";
import type { EmbeddedLayout } from "./calibration.schema";
import { givenLogprobs, likeliestNext } from "./given-text";
import { defaultLayout } from "./layout";
import type { LlamaSlot } from "./llama-slot";
import { loadModel, openSlots, type ModelFile } from "./load-model";
import { prefill } from "./prefill";
import { openPrefixStore } from "./prefix-store";
import { tokenizePrompt } from "./tokenize-prompt";
import { createSequencePool } from "./sequence-pool";

const DEFAULT_PREFIX_BYTES = 512 * 1024 * 1024;

/** The layout is that of the machine, as far as it is not given. */
export interface EmbeddedOptions extends ModelFile, Partial<EmbeddedLayout> {
  /** Most bytes of kept KV states in the temporary folder; 0 keeps none. */
  readonly prefixStoreBytes?: number;
}

/** Tokens since the engine was opened. */
interface EmbeddedCounters {
  /** Prompt tokens that had to be evaluated. */
  readonly prefilled: number;
  /** Prompt tokens whose KV was already there. */
  readonly reused: number;
  readonly generated: number;
}

export interface EmbeddedEngine extends Engine {
  readonly layout: EmbeddedLayout;
  readonly chatTemplate: ChatTemplate["origin"];
  counters(): EmbeddedCounters;
}

/**
 * Runs a GGUF file with llama.cpp inside this process.
 *
 * Sampling is temperature and nucleus, with no repeat penalty (it would punish repeated digits). Each sample draws from a seed
 * made of the request's key and the sample's index. `meanLogprob` is of the distribution that was sampled from, after
 * temperature and nucleus: it compares samples of one request, not of two temperatures (at 0 it is the model's own).
 * @throws EngineError `model-missing`, `model-damaged` or `unreachable`
 */
export async function openEmbeddedEngine(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  const { model, machine } = await loadModel(options);
  const layout = defaultLayout(machine, options);
  const { slots, contextTokens } = await openSlots(model, layout).catch(async (error: unknown) => {
    await model.dispose();
    throw error;
  });
  const pool = createSequencePool<LlamaSlot>(slots);
  const template = templateOf(model);
  const storeBytes = options.prefixStoreBytes ?? DEFAULT_PREFIX_BYTES;
  // Models with sliding windows or recurrent state cannot be cut back to a shorter prefix.
  const keepsStates = storeBytes > 0 && slots[0]?.sequence.needsCheckpoints === false;
  const store = keepsStates ? await openPrefixStore(storeBytes) : null;
  const counters = { prefilled: 0, reused: 0, generated: 0 };
  /** Prompts that are being read now; whoever wants the same one waits and takes its state over. */
  const reading = new Map<string, Promise<void>>();

  async function firstReader(prompt: readonly Token[]): Promise<() => void> {
    const key = prompt.join();
    for (let other = reading.get(key); other !== undefined; other = reading.get(key)) await other;
    return new Promise((give) => {
      const turn = new Promise<void>((finish) => {
        give(() => {
          if (reading.get(key) === turn) reading.delete(key);
          finish();
        });
      });
      reading.set(key, turn);
    });
  }

  /** Runs `work` on a sequence that holds all of the prompt but its last token. */
  async function onSequence<T>({ prompt, signal }: Asked, work: (slot: LlamaSlot) => Promise<T>): Promise<T> {
    const doneReading = await firstReader(prompt);
    try {
      const slot = await pool.acquire(prompt, signal);
      try {
        const { evaluated, reused } = await prefill(slot, store, { prompt, signal });
        counters.prefilled += evaluated;
        counters.reused += reused;
        doneReading();
        const result = await work(slot);
        await store?.put(slot);
        return result;
      } finally {
        pool.release(slot);
      }
    } finally {
      doneReading();
    }
  }

  function sample(request: GenerateRequest, asked: Asked, index: number): Promise<Generation> {
    const { prompt, signal } = asked;
    return onSequence(asked, (slot) =>
      generateOne(slot, {
        prompt,
        sampling: request.sampling,
        maxTokens: Math.min(request.sampling.maxTokens, contextTokens - prompt.length),
        seed: sampleSeed(request, index),
        signal,
        onToken: () => {
          counters.generated += 1;
        },
      }),
    );
  }

  return {
    sequences: slots.length,
    layout,
    chatTemplate: template.origin,
    counters: () => ({ ...counters }),
    generatedTokens: () => counters.generated,
    async generate(request, signal, onSample) {
      signal.throwIfAborted();
      const prompt = tokensOf(model, template, request);
      if (prompt.length >= contextTokens) throw tooLong(prompt.length, contextTokens);
      const failed = new AbortController();
      const either = AbortSignal.any([signal, failed.signal]);
      // Each sample that waits for a sequence listens.
      setMaxListeners(0, either);
      const tasks = Array.from({ length: request.n }, (_, index) =>
        sample(request, { prompt, signal: either }, index).then((generation) => {
          onSample?.();
          return generation;
        }),
      );
      try {
        return { generations: await Promise.all(tasks), promptTokens: prompt.length };
      } catch (error) {
        failed.abort(error);
        await Promise.allSettled(tasks);
        throw asEngineError(error, signal);
      }
    },
    async likelihood({ messages, prefix, text }, signal) {
      signal.throwIfAborted();
      if (text === "") throw new EngineError("bad-request", "The likelihood of an empty text was asked for.");
      const before = tokensOf(model, template, { messages, prefix });
      const whole = tokensOf(model, template, { messages, prefix: prefix + text });
      if (whole.length > contextTokens) throw tooLong(whole.length, contextTokens);
      // A token that reaches over the boundary counts as the text's.
      const from = commonPrefix(before, whole);
      const [prompt, tokens] = [whole.slice(0, from), whole.slice(from)];
      const logprobs = await onSequence({ prompt, signal }, (slot) =>
        givenLogprobs(slot, { prompt, tokens, signal }),
      ).catch((error: unknown) => {
        throw asEngineError(error, signal);
      });
      const sum = logprobs.reduce((total, logprob) => total + logprob, 0);
      return { meanLogprob: sum / logprobs.length, tokens: logprobs.length };
    },
    async labelProbabilities({ messages, prefix, labels }, signal) {
      signal.throwIfAborted();
      const prompt = tokensOf(model, template, { messages, prefix });
      if (prompt.length >= contextTokens) throw tooLong(prompt.length, contextTokens);
      const next = await onSequence({ prompt, signal }, (slot) =>
        likeliestNext(slot, { prompt, signal }),
      ).catch((error: unknown) => {
        throw asEngineError(error, signal);
      });
      const shares = labelShares(next, labels);
      if (shares !== null) return shares;
      const instead = next.slice(0, 3).map(({ token }) => JSON.stringify(token));
      const message = `The model gives none of the labels ${labels.join(", ")} any weight; it would write ${instead.join(", ")}.`;
      throw new EngineError("bad-response", message);
    },
    renderPrompt: (messages) => Promise.resolve(withoutBos(template.render(messages), model)),
    async close() {
      await model.dispose();
      await store?.close();
    },
  };
}

interface Asked {
  readonly prompt: readonly Token[];
  readonly signal: AbortSignal;
}

function templateOf(model: LlamaModel): ChatTemplate {
  const tokens = { bos: model.tokens.bosString ?? "", eos: model.tokens.eosString ?? "" };
  return chatTemplate(model.fileInfo.metadata.tokenizer.chat_template, tokens);
}

function tokensOf(
  model: LlamaModel,
  template: ChatTemplate,
  request: Pick<GenerateRequest, "messages" | "prefix">,
): readonly Token[] {
  const tokenizer = {
    tokenize: (text: string, special: boolean): readonly Token[] => model.tokenize(text, special),
    bosToken: model.tokens.shouldPrependBosToken ? model.tokens.bos : null,
  };
  return tokenizePrompt(template, tokenizer, request);
}

/** Trainers put the beginning-of-text token themselves; in the text it would be doubled. */
function withoutBos(text: string, model: LlamaModel): string {
  const bos = model.tokens.bosString;
  return bos !== null && model.tokens.shouldPrependBosToken && text.startsWith(bos)
    ? text.slice(bos.length)
    : text;
}

function sampleSeed(request: GenerateRequest, index: number): number {
  return Number.parseInt(sha256(`${request.seed ?? ""}/${request.key}/${index}`).slice(0, 8), 16);
}

function tooLong(promptTokens: number, contextTokens: number): EngineError {
  return new EngineError(
    "context-too-long",
    `The prompt has ${promptTokens} tokens; this model's context holds ${contextTokens}, answer included.`,
  );
}

/** What llama.cpp throws while decoding is a failure of the engine; an abort stays what it is. */
function asEngineError(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted || error instanceof EngineError) return error;
  return new EngineError("server-error", `llama.cpp failed: ${errorMessage(error)}`, { cause: error });
}
