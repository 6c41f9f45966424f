import type { Clock } from "@/server/foundation/clock";
import type { GenerateRequest } from "../engine";
import type { Capabilities, PrefixMode, ServerDialect } from "../models.schema";
import type { Connection } from "./connection";
import type { HttpClient } from "./http";
import { listedModel } from "./listed-model";
import { probeMeasures } from "./probe-measures";
import { isRefusal, renderOnServer, type RenderedPrompt } from "./render-prompt";
import { chatBody, completionsBody } from "./request-body";
import { chatAnswer, completionsAnswer, fromChat, fromCompletions, type WireAnswer } from "./wire";

const QUESTION = [{ role: "user", content: "What is the capital of France?" }] as const;
/** Cut in a word: only a server that continues this very text goes on with the rest of it. */
const PREFIX = "The capital of France is Par";
const REST = /^is\b/;

const request = (change: Partial<GenerateRequest>): GenerateRequest => ({
  key: "probe",
  messages: QUESTION,
  prefix: "",
  n: 1,
  sampling: { temperature: 0, topP: 1, maxTokens: 4, stop: [] },
  ...change,
});

export interface ProbeDeps {
  readonly http: HttpClient;
  readonly connection: Connection;
  readonly clock: Clock;
}

/**
 * Finds out what a server can do, by a handful of tiny requests.
 * @throws EngineError when it cannot be reached, is not the API, or does not have the model
 */
export async function probeServer(deps: ProbeDeps, signal: AbortSignal): Promise<Capabilities> {
  const notes: string[] = [];
  const listed = await listedModel(deps, signal);
  const { dialect, contextTokens } = listed;
  if (listed.note !== null) notes.push(listed.note);
  const prefixMode = await findPrefixMode(deps, dialect, signal);
  if (prefixMode === "ask-to-continue")
    notes.push("The server cannot continue a text; the model is asked to go on, which costs quality.");
  // What a server refuses says something of it only once it has answered at all.
  await askOnce(
    deps,
    { request: request({}), capabilities: { dialect, prefixMode, logprobs: false } },
    signal,
  );
  const ask = (change: Partial<GenerateRequest>, logprobs: boolean) =>
    tryAsk(deps, { request: request(change), capabilities: { dialect, prefixMode, logprobs } }, signal);
  // vLLM refuses several greedy samples.
  const two = { n: 2, sampling: { temperature: 1, topP: 1, maxTokens: 4, stop: [] } };
  const samplesPerRequest = (await ask(two, false))?.choices.length === 2;
  if (!samplesPerRequest)
    notes.push("The server gives one sample a request; several are asked for side by side.");
  const withLogprobs = await ask({}, true);
  const logprobs = withLogprobs !== null && withLogprobs.choices.every((choice) => choice.logprobs !== null);
  const rendered = await renderOnServer({ ...deps, dialect }, QUESTION, signal);
  const render = (): Promise<RenderedPrompt> => Promise.resolve(rendered);
  const measures = await probeMeasures({ ...deps, capabilities: { dialect, prefixMode }, render }, signal);
  const ownTemplate = prefixMode === "completions" ? rendered.origin : "from-server";
  if (rendered.origin === "chatml-assumed")
    notes.push("The server does not show its chat template; training files are written with ChatML.");
  return {
    probedAt: deps.clock.now(),
    prefixMode,
    samplesPerRequest,
    logprobs,
    contextTokens,
    dialect,
    chatTemplate: ownTemplate,
    ...measures,
    stepScores: false,
    notes,
  };
}

/** Tries the ways of continuing a text, the surest first, on a text that is cut inside a word. */
async function findPrefixMode(
  deps: ProbeDeps,
  dialect: ServerDialect,
  signal: AbortSignal,
): Promise<PrefixMode> {
  const ask = (prefixMode: PrefixMode) => {
    const capabilities = { dialect, prefixMode, logprobs: false };
    return tryAsk(deps, { request: request({ prefix: PREFIX }), capabilities }, signal);
  };
  const told = textOf(await ask("continue-final-message"));
  // vLLM does as it is told; of others the text must show it, since most ignore fields that they do not know.
  if (told !== null && (dialect === "vllm" || REST.test(told))) return "continue-final-message";
  const prefilled = textOf(await ask("assistant-prefill"));
  if (prefilled?.startsWith(PREFIX) === true) return "assistant-prefill";
  if (prefilled !== null && REST.test(prefilled)) return "assistant-prefill";
  return (await ask("completions")) === null ? "ask-to-continue" : "completions";
}

function textOf(answer: WireAnswer | null): string | null {
  return answer?.choices[0]?.text ?? null;
}

interface Trial {
  readonly request: GenerateRequest;
  readonly capabilities: Pick<Capabilities, "dialect" | "prefixMode" | "logprobs">;
}

/** The answer, or null where the server refuses such a request. */
async function tryAsk(deps: ProbeDeps, trial: Trial, signal: AbortSignal): Promise<WireAnswer | null> {
  return askOnce(deps, trial, signal).catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
}

async function askOnce(deps: ProbeDeps, trial: Trial, signal: AbortSignal): Promise<WireAnswer> {
  const { http, connection } = deps;
  const options = { model: connection.model, capabilities: trial.capabilities };
  if (trial.capabilities.prefixMode !== "completions") {
    const body = chatBody(trial.request, options);
    return fromChat(
      await http.call({ url: `${connection.api}/chat/completions`, body, schema: chatAnswer, signal }),
    );
  }
  const { dialect } = trial.capabilities;
  const { text } = await renderOnServer({ ...deps, dialect }, trial.request.messages, signal);
  const body = completionsBody(trial.request, text, options);
  const call = { url: `${connection.api}/completions`, body, schema: completionsAnswer, signal };
  return fromCompletions(await http.call(call));
}
