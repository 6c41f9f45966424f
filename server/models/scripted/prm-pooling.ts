import { z } from "zod";
import { parseChatMl } from "./http-conversation";
import { scoreSteps } from "./measure";

/**
 * How the double's vLLM was started: with the pooler that gives a row a step tag; with one that gives a row a text, or a row a
 * token; without a softmax; as a server that generates, which has no `/pooling`.
 */
type Pooler = "step" | "last" | "all" | "logits" | "none";

export interface PoolingOptions {
  readonly model: string;
  readonly pooler: Pooler;
  readonly tag: string;
  readonly contextTokens: number;
}

interface Asked {
  readonly path: string;
  readonly body: unknown;
  readonly onTexts: (texts: readonly string[]) => void;
}

interface Reply {
  readonly status: number;
  readonly body: object;
}

const poolingBody = z.object({
  model: z.string(),
  input: z.array(z.string()).min(1),
  task: z.enum(["token_classify", "token_embed", "classify", "embed"]).optional(),
});

const refuse = (message: string, status = 400): Reply => ({
  status,
  body: { error: { message, type: status === 404 ? "NotFoundError" : "BadRequestError", code: status } },
});

/** What vLLM answers to a pooling request. */
export function answerPooling(options: PoolingOptions, { path, body, onTexts }: Asked): Reply {
  const { model, pooler, contextTokens } = options;
  if (path === "/v1/models") {
    const data = [{ id: model, owned_by: "vllm", max_model_len: contextTokens }];
    return { status: 200, body: { object: "list", data } };
  }
  if (path !== "/pooling" || pooler === "none") return { status: 404, body: { detail: "Not Found" } };
  const parsed = poolingBody.safeParse(body);
  if (!parsed.success) return refuse(parsed.error.message);
  const { input } = parsed.data;
  onTexts(input);
  if (parsed.data.model !== model) return refuse(`The model \`${parsed.data.model}\` does not exist.`, 404);
  const longest = Math.max(...input.map(tokensOf));
  if (longest > contextTokens)
    return refuse(
      `This model's maximum context length is ${contextTokens} tokens. However, you requested ${longest} tokens in the input for pooling. Please reduce the length of the input.`,
    );
  const data = input.map((text, index) => ({ index, object: "pooling", data: pool(options, text) }));
  return { status: 200, body: { id: "pool-double", object: "list", model, data } };
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

function pool({ pooler, tag }: PoolingOptions, text: string): number[] | number[][] {
  const rows = rowsOf(text, tag);
  if (pooler === "last") return rows.at(-1) ?? [0.5, 0.5];
  if (pooler === "all") return Array.from({ length: tokensOf(text) }, () => [0.5, 0.5]);
  return pooler === "logits" ? rows.map(([bad = 0, good = 0]) => [3 * bad, 3 * good + 1]) : rows;
}

/** A row `[bad, good]` for every tag, or `[good, bad]` with Math-Shepherd's. */
function rowsOf(text: string, tag: string): number[][] {
  const { messages, prefix } = parseChatMl(text);
  const chat = messages.length > 0;
  const [head = "", ...rest] = text.split(/(?=Step \d+:)/);
  const said = chat ? (messages.findLast(({ role }) => role === "user")?.content ?? "") : head;
  const steps = (chat ? prefix : rest.join("")).split(tag).slice(0, -1);
  const values = scoreSteps({ statement: said.trim(), steps: steps.map((step) => step.trim()) });
  return values.map((good) => (chat ? [1 - good, good] : [good, 1 - good]));
}
