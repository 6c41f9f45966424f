import { z } from "zod";
import { EngineError, type GenerateRequest, type LabelRequest } from "../engine";
import type { Capabilities } from "../models.schema";
import type { Connection } from "./connection";
import type { HttpClient } from "./http";
import { labelShares, type NextToken } from "./label-shares";
import type { RenderedPrompt } from "./render-prompt";
import { chatBody, completionsBody } from "./request-body";

/** As many as vLLM and the OpenAI API give unless told otherwise. */
const MOST_TOKENS = 20;

const listed = z.array(z.object({ token: z.string(), logprob: z.number() }));
const content = z.array(z.object({ top_logprobs: listed.nullish() })).nullish();

/** Chat answers list the alternatives; plain completions name them in a record, or list them as llama-server does. */
const nextTokensAnswer = z.object({
  choices: z
    .array(
      z.object({
        logprobs: z
          .object({ content, top_logprobs: z.array(z.record(z.string(), z.number()).nullable()).nullish() })
          .nullish(),
      }),
    )
    .min(1),
});

export interface NextTokensDeps {
  readonly http: HttpClient;
  readonly connection: Connection;
  readonly capabilities: Pick<Capabilities, "prefixMode" | "dialect">;
  render(messages: GenerateRequest["messages"], signal: AbortSignal): Promise<RenderedPrompt>;
}

/**
 * Probability of each label as the next text, over all labels: one token is asked for, with its likeliest alternatives.
 * @throws EngineError `bad-response` where none of the labels is among them
 */
export async function askLabels(
  deps: NextTokensDeps,
  { messages, prefix, labels }: LabelRequest,
  signal: AbortSignal,
): Promise<number[]> {
  const tokens = await nextTokens(deps, { messages, prefix }, signal);
  const shares = labelShares(tokens, labels);
  if (shares !== null) return shares;
  const instead = tokens.slice(0, 3).map(({ token }) => JSON.stringify(token));
  const message = `The model gives none of the labels ${labels.join(", ")} any weight; it would write ${instead.join(", ")}.`;
  throw new EngineError("bad-response", message);
}

/** The likeliest next tokens at temperature 1, the likeliest first; none where the server does not tell. */
export async function nextTokens(
  deps: NextTokensDeps,
  { messages, prefix }: Pick<LabelRequest, "messages" | "prefix">,
  signal: AbortSignal,
): Promise<NextToken[]> {
  const { http, connection } = deps;
  // Whether or not a server's log-probabilities follow the temperature, at 1 they are the model's own.
  const sampling = { temperature: 1, topP: 1, maxTokens: 1, stop: [] };
  const request: GenerateRequest = { key: "labels", messages, prefix, n: 1, sampling };
  const body = { model: connection.model, capabilities: { ...deps.capabilities, logprobs: true } };
  const answer =
    deps.capabilities.prefixMode === "completions"
      ? await http.call({
          url: `${connection.api}/completions`,
          body: {
            ...completionsBody(request, (await deps.render(messages, signal)).text, body),
            logprobs: MOST_TOKENS,
          },
          schema: nextTokensAnswer,
          signal,
        })
      : await http.call({
          url: `${connection.api}/chat/completions`,
          body: { ...chatBody(request, body), top_logprobs: MOST_TOKENS },
          schema: nextTokensAnswer,
          signal,
        });
  const first = answer.choices[0]?.logprobs;
  const named = Object.entries(first?.top_logprobs?.[0] ?? {});
  const tokens = first?.content?.[0]?.top_logprobs ?? named.map(([token, logprob]) => ({ token, logprob }));
  return tokens.toSorted((a, b) => b.logprob - a.logprob);
}
