import { z } from "zod";
import { EngineError } from "../engine";
import type { Connection } from "../openai/connection";
import type { HttpClient } from "../openai/http";

/** vLLM's `/pooling`: a list of rows for a pooler of steps or tokens, one flat row for a pooler of whole texts. */
const poolingAnswer = z.object({
  data: z.array(
    z.object({
      index: z.number().int().nonnegative().optional(),
      data: z.union([z.array(z.array(z.number())), z.array(z.number())]),
    }),
  ),
});

/** What the server says of one text: a row of numbers for every step. */
export type Rows = readonly (readonly number[])[];

export interface PoolingServer {
  readonly http: HttpClient;
  readonly connection: Connection;
}

/**
 * The rows of each text, in the order of the texts.
 * @throws EngineError; `bad-response` when there are not as many answers as texts
 */
export async function poolTexts(
  { http, connection }: PoolingServer,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Rows[]> {
  const { data } = await http.call({
    url: `${connection.root}/pooling`,
    body: { model: connection.model, input: texts, task: "token_classify" },
    schema: poolingAnswer,
    signal,
  });
  if (data.length !== texts.length) {
    const message = `The server answered ${data.length} texts instead of ${texts.length}.`;
    throw new EngineError("bad-response", message);
  }
  return data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)).map((item) => asRows(item.data));
}

function asRows(data: readonly number[] | Rows): Rows {
  const flat = data.filter((entry) => typeof entry === "number");
  return flat.length > 0 ? [flat] : data.filter((entry) => typeof entry !== "number");
}
