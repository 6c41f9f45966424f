import { z } from "zod";

/** The parts of the OpenAI protocol that are read; anything else in an answer is ignored. */
const usage = z
  .object({
    prompt_tokens: z.number().int().nonnegative(),
    completion_tokens: z.number().int().nonnegative(),
  })
  .partial()
  .nullish();

const finishReason = z.string().nullish();
/** vLLM: the stop text or token that ended it; null at the end token. */
const stopReason = z.union([z.string(), z.number()]).nullish();

export const completionsAnswer = z.object({
  choices: z
    .array(
      z.object({
        index: z.number().int().optional(),
        text: z.string(),
        finish_reason: finishReason,
        stop_reason: stopReason,
        logprobs: z
          .object({ token_logprobs: z.array(z.number().nullable()).nullish() })
          .loose()
          .nullish(),
      }),
    )
    .min(1),
  usage,
});

export const chatAnswer = z.object({
  choices: z
    .array(
      z.object({
        index: z.number().int().optional(),
        message: z.object({ content: z.string().nullish() }),
        finish_reason: finishReason,
        stop_reason: stopReason,
        logprobs: z
          .object({ content: z.array(z.object({ logprob: z.number() })).nullish() })
          .loose()
          .nullish(),
      }),
    )
    .min(1),
  usage,
});

export const modelsAnswer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      owned_by: z.string().nullish(),
      max_model_len: z.number().int().positive().nullish(),
      meta: z.object({ n_ctx_train: z.number().int().positive().nullish() }).nullish(),
    }),
  ),
});

/** llama-server's `/apply-template`. */
export const applyTemplateAnswer = z.object({ prompt: z.string() });
/** vLLM's `/tokenize` and `/detokenize`. */
export const tokenizeAnswer = z.object({ tokens: z.array(z.number().int()) });
export const detokenizeAnswer = z.object({ prompt: z.string() });

/** One sample, whichever path it came by. */
export interface WireChoice {
  readonly text: string;
  readonly finishReason: string | null;
  /** undefined where the server does not say. */
  readonly stopReason: string | number | null | undefined;
  /** Of each generated token, where given. */
  readonly logprobs: readonly number[] | null;
}

export interface WireAnswer {
  readonly choices: readonly WireChoice[];
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
}

export function fromCompletions(answer: z.infer<typeof completionsAnswer>): WireAnswer {
  return {
    choices: inOrder(answer.choices).map((choice) => ({
      text: choice.text,
      finishReason: choice.finish_reason ?? null,
      stopReason: choice.stop_reason,
      logprobs: numbers(choice.logprobs?.token_logprobs),
    })),
    promptTokens: answer.usage?.prompt_tokens ?? null,
    completionTokens: answer.usage?.completion_tokens ?? null,
  };
}

export function fromChat(answer: z.infer<typeof chatAnswer>): WireAnswer {
  return {
    choices: inOrder(answer.choices).map((choice) => ({
      text: choice.message.content ?? "",
      finishReason: choice.finish_reason ?? null,
      stopReason: choice.stop_reason,
      logprobs: numbers(choice.logprobs?.content?.map(({ logprob }) => logprob)),
    })),
    promptTokens: answer.usage?.prompt_tokens ?? null,
    completionTokens: answer.usage?.completion_tokens ?? null,
  };
}

function inOrder<T extends { readonly index?: number | undefined }>(choices: readonly T[]): T[] {
  return choices.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

function numbers(values: readonly (number | null)[] | null | undefined): number[] | null {
  const given = values?.filter((value) => value !== null && Number.isFinite(value)) ?? [];
  return given.length === 0 ? null : given.map(Number);
}
