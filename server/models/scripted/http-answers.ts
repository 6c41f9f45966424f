import { renderChatMl } from "../chatml";
import { limitText, type LimitedText } from "../limit-text";
import {
  charCodes,
  fromCharCodes,
  generateBody,
  parseChatMl,
  splitPrefill,
  type Conversation,
  type GenerateBody,
} from "./http-conversation";
import type { AnswerOptions, Asked, Personality, Reply } from "./http-exchange";
import { answerMeasure } from "./http-measures";
import { scriptNamed } from "./scripts";
import { writeReply } from "./write-reply";

const CONTEXT_TOKENS = 4096;
/** The probe of a server asks for it. */
const FACT = "The capital of France is Paris.";

const ok = (body: object): Reply => ({ status: 200, body });
const refuse = (message: string, status = 400): Reply => ({ status, body: { error: { message } } });

/** What a server of that personality answers. */
export function answerRequest(options: AnswerOptions, asked: Asked): Reply {
  const { path, body, key } = asked;
  const { personality, model } = options;
  if (path === "/v1/models") return ok({ object: "list", data: [listing(options)] });
  const measured = answerMeasure(options, asked);
  if (measured !== null) return measured;
  const template = templatePath(personality, { path, body });
  if (template !== null) return template;
  const chat = path === "/v1/chat/completions";
  if (!chat && (path !== "/v1/completions" || personality === "chat-only")) return refuse("Not Found", 404);
  const parsed = generateBody.safeParse(body);
  if (!parsed.success) return refuse(parsed.error.message);
  if (parsed.data.model !== model && personality !== "llama-server")
    return refuse(`The model ${parsed.data.model} does not exist.`, 404);
  return generate(options, parsed.data, { chat, key });
}

function listing({ personality, model }: AnswerOptions): object {
  if (personality === "vllm") return { id: model, owned_by: "vllm", max_model_len: CONTEXT_TOKENS };
  if (personality === "llama-server")
    return { id: model, owned_by: "llamacpp", meta: { n_ctx_train: CONTEXT_TOKENS } };
  return { id: model, owned_by: "somebody" };
}

function templatePath(personality: Personality, { path, body }: Pick<Asked, "path" | "body">): Reply | null {
  if (personality === "vllm" && path === "/detokenize") return ok({ prompt: fromCharCodes(body) });
  const own =
    personality === "vllm" ? "/tokenize" : personality === "llama-server" ? "/apply-template" : null;
  if (path !== own) return null;
  const parsed = generateBody.pick({ messages: true }).safeParse(body);
  if (!parsed.success) return refuse(parsed.error.message);
  const prompt = renderChatMl(parsed.data.messages ?? []);
  return ok(personality === "vllm" ? { tokens: charCodes(prompt) } : { prompt });
}

function generate(
  options: AnswerOptions,
  body: GenerateBody,
  { chat, key }: { chat: boolean; key: string },
): Reply {
  const { personality } = options;
  if (personality === "chat-only" && ("continue_final_message" in body || "top_k" in body))
    return refuse("Unrecognized request argument supplied");
  if (body.continue_final_message === true && body.add_generation_prompt !== false)
    return refuse("Cannot set both add_generation_prompt and continue_final_message to True.");
  if (personality === "vllm" && body.n > 1 && body.temperature === 0)
    return refuse(`n must be 1 when using greedy sampling, got ${body.n}.`);
  const conversation = chat ? chatConversation(options, body) : parseChatMl(body.prompt ?? "");
  const promptTokens = Math.ceil(
    (renderChatMl(conversation.messages).length + conversation.prefix.length) / 4,
  );
  if (promptTokens >= CONTEXT_TOKENS)
    return refuse(
      `This model's maximum context length is ${CONTEXT_TOKENS} tokens. Your prompt has ${promptTokens} tokens.`,
    );
  const count = personality === "chat-only" ? 1 : body.n;
  const samples = Array.from({ length: count }, (_, index) =>
    sample(options, { ...conversation, seed: `${key}/${index}` }, body),
  );
  const echoed = personality === "llama-server" && chat ? conversation.prefix : "";
  const counted = personality === "llama-server" ? samples.slice(0, 1) : samples;
  return ok({
    choices: samples.map((one, index) => choiceOf(one, { index, chat, echoed, body, personality })),
    ...(personality === "chat-only"
      ? {}
      : {
          usage: {
            prompt_tokens: promptTokens,
            completion_tokens: counted.reduce((sum, { tokens }) => sum + tokens, 0),
          },
        }),
  });
}

function chatConversation({ personality, prefill }: AnswerOptions, body: GenerateBody): Conversation {
  const messages = body.messages ?? [];
  const asked =
    personality === "vllm" ? body.continue_final_message === true : personality === "llama-server";
  if (asked && prefill) return splitPrefill(messages);
  // A person who asks to go on, as every chat model understands it.
  const last = messages.at(-1);
  if (last?.role === "user" && messages.at(-2)?.role === "assistant")
    return splitPrefill(messages.slice(0, -1));
  return { messages: messages.filter(({ role }) => role !== "assistant"), prefix: "" };
}

function sample(
  { script: name, answerOf }: AnswerOptions,
  { messages, prefix, seed }: Conversation & { seed: string },
  body: GenerateBody,
): LimitedText {
  const known = FACT.startsWith(prefix) && (messages.at(-1)?.content ?? "").includes("capital of France");
  const raw = known
    ? FACT.slice(prefix.length)
    : writeReply(scriptNamed(name), answerOf, { messages, prefix, seed });
  const limits = {
    temperature: body.temperature,
    topP: body.top_p,
    maxTokens: body.max_tokens,
    stop: body.stop,
  };
  return name === "garbage"
    ? { text: raw, tokens: Math.ceil(raw.length / 4), finish: "length" }
    : limitText(raw, limits);
}

interface Shape {
  readonly index: number;
  readonly chat: boolean;
  /** Repeated before the sample. */
  readonly echoed: string;
  readonly body: GenerateBody;
  readonly personality: Personality;
}

function choiceOf(
  { text, tokens, finish }: LimitedText,
  { index, chat, echoed, body, personality }: Shape,
): object {
  const wants = body.logprobs !== undefined && body.logprobs !== false && personality !== "chat-only";
  const values = Array.from({ length: tokens }, () => -0.25);
  return {
    index,
    ...(chat ? { message: { role: "assistant", content: echoed + text } } : { text: echoed + text }),
    finish_reason: finish === "length" || finish === "runaway" ? "length" : "stop",
    ...(personality === "vllm"
      ? { stop_reason: finish === "stop-text" ? (body.stop[0] ?? null) : null }
      : {}),
    ...(wants
      ? { logprobs: chat ? { content: values.map((logprob) => ({ logprob })) } : { token_logprobs: values } }
      : {}),
  };
}
