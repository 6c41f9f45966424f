import type { Clock } from "@/server/foundation/clock";
import { CHATML_END } from "../chatml";
import type { Engine, GenerateRequest } from "../engine";
import type { Capabilities } from "../models.schema";
import { checkServer } from "./check-server";
import type { Connection } from "./connection";
import { createHttpClient, type HttpClient, type Timeouts } from "./http";
import { askLikelihood } from "./likelihood";
import { askLabels } from "./next-tokens";
import { askOneByOne } from "./one-by-one";
import { probeServer } from "./probe";
import { readAnswer } from "./read-answer";
import { renderOnServer, type RenderedPrompt } from "./render-prompt";
import { chatBody, completionsBody } from "./request-body";
import { chatAnswer, completionsAnswer, fromChat, fromCompletions, type WireAnswer } from "./wire";

const FIRST_SEQUENCES = 16;
/** vLLM runs as many at once where nobody says otherwise; others queue. */
const MOST_SEQUENCES = 256;
const KEPT_PROMPTS = 256;

export interface OpenAiOptions {
  readonly connection: Connection;
  /** What an earlier probe found; null to probe now. */
  readonly capabilities: Capabilities | null;
  /** Samples in flight at most, where a person said so. */
  readonly maxConcurrency: number | null;
  readonly clock: Clock;
  readonly timeouts?: Timeouts;
}

export interface OpenAiEngine extends Engine {
  readonly capabilities: Capabilities;
}

/**
 * A model behind a server that speaks the OpenAI protocol.
 * @throws EngineError when the server has to be probed and cannot be
 */
export async function openOpenAiEngine(options: OpenAiOptions): Promise<OpenAiEngine> {
  const { connection, clock } = options;
  const http = createHttpClient(connection, options.timeouts);
  const capabilities = options.capabilities ?? (await probeOrClose(http, options));
  const maxSequences = options.maxConcurrency ?? MOST_SEQUENCES;
  const rendered = new Map<string, RenderedPrompt>();

  /** A problem's prompt is asked for many times in a row. */
  async function render(messages: GenerateRequest["messages"], signal: AbortSignal): Promise<RenderedPrompt> {
    const id = JSON.stringify(messages);
    const known = rendered.get(id);
    if (known !== undefined) return known;
    const { dialect } = capabilities;
    const prompt = await renderOnServer({ http, connection, dialect }, messages, signal);
    if (rendered.size >= KEPT_PROMPTS) rendered.clear();
    rendered.set(id, prompt);
    return prompt;
  }

  const body = { model: connection.model, capabilities };
  const measuring = { http, connection, capabilities, dialect: capabilities.dialect, render };

  async function ask(request: GenerateRequest, signal: AbortSignal): Promise<WireAnswer> {
    const call = { signal, key: request.key };
    if (capabilities.prefixMode !== "completions") {
      const url = `${connection.api}/chat/completions`;
      return fromChat(await http.call({ ...call, url, body: chatBody(request, body), schema: chatAnswer }));
    }
    const { text, origin } = await render(request.messages, signal);
    const asked = origin === "chatml-assumed" ? withChatMlEnd(request) : request;
    const url = `${connection.api}/completions`;
    const sent = completionsBody(asked, text, body);
    return fromCompletions(await http.call({ ...call, url, body: sent, schema: completionsAnswer }));
  }

  const oneByOne = askOneByOne(async (single, signal) => readAnswer(await ask(single, signal), single));

  return {
    capabilities,
    sequences: Math.min(FIRST_SEQUENCES, maxSequences),
    maxSequences,
    async generate(request, signal, onSample = () => undefined) {
      signal.throwIfAborted();
      const together = capabilities.samplesPerRequest && request.sampling.temperature > 0;
      if (request.n > 1 && !together) return oneByOne(request, signal, onSample);
      return readAnswer(await ask(request, signal), request);
    },
    ...(capabilities.likelihood
      ? { likelihood: (request, signal) => askLikelihood(measuring, request, signal) }
      : {}),
    ...(capabilities.labels
      ? { labelProbabilities: (request, signal) => askLabels(measuring, request, signal) }
      : {}),
    check: (signal) => checkServer({ http, connection }, signal),
    renderPrompt: async (messages) => (await render(messages, new AbortController().signal)).text,
    close: () => http.close(),
  };

  async function probeOrClose(client: HttpClient, { connection: to }: OpenAiOptions): Promise<Capabilities> {
    try {
      return await probeServer({ http: client, connection: to, clock }, new AbortController().signal);
    } catch (error) {
      await client.close();
      throw error;
    }
  }
}

/** A server that does not know ChatML writes its end of turn as plain text. */
function withChatMlEnd(request: GenerateRequest): GenerateRequest {
  return { ...request, sampling: { ...request.sampling, stop: [...request.sampling.stop, CHATML_END] } };
}
