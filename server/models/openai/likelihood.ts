import { z } from "zod";
import { EngineError, type GenerateRequest, type Likelihood, type LikelihoodRequest } from "../engine";
import type { ServerDialect } from "../models.schema";
import type { Connection } from "./connection";
import { echoedLogprobs, echoAnswer } from "./echo";
import type { HttpClient } from "./http";
import type { RenderedPrompt } from "./render-prompt";
import { tokenizeAnswer } from "./wire";

export interface LikelihoodDeps {
  readonly http: HttpClient;
  readonly connection: Connection;
  readonly dialect: ServerDialect;
  render(messages: GenerateRequest["messages"], signal: AbortSignal): Promise<RenderedPrompt>;
}

/** vLLM's `prompt_logprobs`: of each token of the prompt, by its id; none of the first. */
const promptLogprobsAnswer = z.object({
  choices: z
    .array(
      z.object({
        prompt_logprobs: z.array(z.record(z.string(), z.object({ logprob: z.number() })).nullable()),
      }),
    )
    .min(1),
});

/**
 * Likelihood of a given text after a conversation and a prefix: vLLM's `prompt_logprobs` on the tokens themselves, elsewhere an echo
 * of the prompt with its log-probabilities. A token that reaches over the boundary counts as the text's.
 * @throws EngineError `bad-response` where the server does not tell
 */
export async function askLikelihood(
  deps: LikelihoodDeps,
  { messages, prefix, text }: LikelihoodRequest,
  signal: AbortSignal,
): Promise<Likelihood> {
  if (text === "") throw new EngineError("bad-request", "The likelihood of an empty text was asked for.");
  const head = (await deps.render(messages, signal)).text + prefix;
  const asked = { head, text };
  const logprobs =
    deps.dialect === "vllm" ? await byTokens(deps, asked, signal) : await byEcho(deps, asked, signal);
  if (logprobs.length === 0)
    throw new EngineError("bad-response", "The server gives no log-probabilities of a given text.");
  const sum = logprobs.reduce((total, logprob) => total + logprob, 0);
  return { meanLogprob: sum / logprobs.length, tokens: logprobs.length };
}

interface Asked {
  readonly head: string;
  readonly text: string;
}

async function byTokens(deps: LikelihoodDeps, { head, text }: Asked, signal: AbortSignal): Promise<number[]> {
  const [before, whole] = await Promise.all([
    tokenize(deps, head, signal),
    tokenize(deps, head + text, signal),
  ]);
  const differs = whole.findIndex((token, index) => token !== before[index]);
  const from = differs < 0 ? whole.length : differs;
  const { http, connection } = deps;
  const { choices } = await http.call({
    url: `${connection.api}/completions`,
    body: { model: connection.model, prompt: whole, max_tokens: 1, temperature: 0, prompt_logprobs: 1 },
    schema: promptLogprobsAnswer,
    signal,
  });
  const given = choices[0]?.prompt_logprobs ?? [];
  if (given.length !== whole.length)
    throw new EngineError("bad-response", "The server told the log-probabilities of another text.");
  return whole.slice(from).flatMap((token, index) => given[from + index]?.[String(token)]?.logprob ?? []);
}

async function tokenize(
  { http, connection }: LikelihoodDeps,
  prompt: string,
  signal: AbortSignal,
): Promise<readonly number[]> {
  // The rendered conversation holds its special tokens already.
  const body = { model: connection.model, prompt, add_special_tokens: false };
  return (await http.call({ url: `${connection.root}/tokenize`, body, schema: tokenizeAnswer, signal }))
    .tokens;
}

async function byEcho(deps: LikelihoodDeps, { head, text }: Asked, signal: AbortSignal): Promise<number[]> {
  const { http, connection } = deps;
  const { choices } = await http.call({
    url: `${connection.api}/completions`,
    body: {
      model: connection.model,
      prompt: head + text,
      max_tokens: 1,
      temperature: 0,
      echo: true,
      logprobs: 1,
    },
    schema: echoAnswer,
    signal,
  });
  const echoed = choices[0]?.logprobs;
  return echoed === undefined ? [] : echoedLogprobs(echoed, { head, text });
}
