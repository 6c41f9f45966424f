import { z } from "zod";
import type { AnswerOptions, Asked, Reply } from "./http-exchange";
import { charCodes, generateBody, parseChatMl, splitPrefill, type GenerateBody } from "./http-conversation";
import { judgeLabels } from "./measure";

const TOKEN_LENGTH = 3;

const tokenizeText = z.object({ prompt: z.string() });
const promptLogprobs = z.object({ prompt: z.array(z.number().int()), prompt_logprobs: z.number() });
const echo = z.object({ prompt: z.string(), echo: z.literal(true) });

const ok = (body: object): Reply => ({ status: 200, body });

/**
 * What a server of the double's personality answers when it is asked about a given text or the likeliest next tokens: vLLM tells
 * both, llama-server the tokens alone unless `echo` is set, a chat-only server neither. Null for any other request.
 */
export function answerMeasure(options: AnswerOptions, { path, body }: Asked): Reply | null {
  const vllm = options.personality === "vllm";
  const given = tokenizeText.safeParse(body);
  if (vllm && path === "/tokenize" && given.success)
    return ok({ tokens: charCodes(given.data.prompt), max_model_len: 4096 });
  if (path === "/v1/completions") {
    const asked = promptLogprobs.safeParse(body);
    if (vllm && asked.success) return ok(withPromptLogprobs(asked.data.prompt));
    const echoed = echo.safeParse(body);
    if (options.echo && echoed.success) return ok(withEcho(echoed.data.prompt));
  }
  if (options.personality === "chat-only") return null;
  const parsed = generateBody.safeParse(body);
  return parsed.success ? nextTokens(options, { path, body: parsed.data }) : null;
}

/** The double's likelihood of a code unit; a character has the same wherever it stands. */
function logprobOf(code: number): number {
  return -((code % 7) + 1) / 10;
}

/** Each token of the prompt, with one that would have been likelier. */
function withPromptLogprobs(tokens: readonly number[]): object {
  const told = tokens.map((token, index) =>
    index === 0
      ? null
      : {
          [String(token + 100_000)]: { logprob: -0.01, rank: 1, decoded_token: "?" },
          [String(token)]: {
            logprob: logprobOf(token),
            rank: 2,
            decoded_token: String.fromCharCode(token),
          },
        },
  );
  return { choices: [{ index: 0, text: "!", finish_reason: "length", prompt_logprobs: told }] };
}

/** The prompt in tokens of three characters, and one token more. */
function withEcho(prompt: string): object {
  const tokens = [...(prompt.match(new RegExp(`[\\s\\S]{1,${TOKEN_LENGTH}}`, "g")) ?? []), "!"];
  const logprobs = {
    tokens,
    token_logprobs: tokens.map((token, index) => (index === 0 ? null : logprobOf(token.charCodeAt(0)))),
    text_offset: tokens.map((_, index) => Math.min(index * TOKEN_LENGTH, prompt.length)),
  };
  return { choices: [{ index: 0, text: `${prompt}!`, finish_reason: "length", logprobs }] };
}

/** The likeliest first tokens, where one token with alternatives is asked for. */
function nextTokens(
  { personality }: AnswerOptions,
  { path, body }: { path: string; body: GenerateBody },
): Reply | null {
  const chat = path === "/v1/chat/completions";
  const most = chat ? body["top_logprobs"] : body.logprobs;
  if (body.max_tokens !== 1 || typeof most !== "number" || most < 2) return null;
  const { messages, prefix } = chat ? splitPrefill(body.messages ?? []) : parseChatMl(body.prompt ?? "");
  const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
  const labels = question.includes("(A)") ? ["A", "B"] : ["No", "Yes"];
  const shares = judgeLabels({ messages, prefix, labels });
  // Half of each label's weight comes with a space before it, and a tenth goes to something else.
  const weights = labels.flatMap((label, index): [string, number][] => {
    const share = 0.45 * (shares[index] ?? 0);
    return [
      [` ${label}`, share],
      [label, share],
    ];
  });
  const listed = [...weights, ["The", 0.1] as const].map(([token, weight]) => ({
    token,
    logprob: Math.log(weight),
  }));
  const [first] = listed.toSorted((a, b) => b.logprob - a.logprob);
  const record = Object.fromEntries(listed.map(({ token, logprob }) => [token, logprob]));
  const logprobs =
    chat || personality === "llama-server"
      ? { content: [{ ...first, top_logprobs: listed }] }
      : { token_logprobs: [first?.logprob], top_logprobs: [record] };
  const text = first?.token ?? "";
  const said = chat ? { message: { role: "assistant", content: text } } : { text };
  return ok({ choices: [{ index: 0, ...said, finish_reason: "length", logprobs }] });
}
