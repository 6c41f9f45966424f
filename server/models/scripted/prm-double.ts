import type { IncomingMessage, ServerResponse } from "node:http";
import { text as readAll } from "node:stream/consumers";
import { misbehave, type Fault } from "./http-faults";
import { listen } from "./listen";
import { answerPooling, type PoolingOptions } from "./prm-pooling";

export interface PrmDoubleOptions extends Partial<PoolingOptions> {
  /** Fixed port; any free one without. */
  readonly port?: number;
}

export interface PrmDouble {
  /** Base URL of the API, `/v1` included. */
  readonly url: string;
  /** Texts of each request to `/pooling`, in order. */
  readonly seen: readonly (readonly string[])[];
  /** The next requests for values meet these faults, one each, in order. */
  failNext(...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

/** A process reward model as vLLM serves one. */
export async function startPrmDouble(options: PrmDoubleOptions = {}): Promise<PrmDouble> {
  const pooling: PoolingOptions = {
    model: options.model ?? "double-prm",
    pooler: options.pooler ?? "step",
    tag: options.tag ?? "<extra_0>",
    contextTokens: options.contextTokens ?? 4096,
  };
  const seen: (readonly string[])[] = [];
  const faults: Fault[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const raw = await readAll(request);
    const fault = path === "/pooling" ? faults.shift() : undefined;
    if (fault !== undefined && (await misbehave(fault, response))) return;
    const answer = answerPooling(pooling, {
      path,
      body: raw === "" ? null : JSON.parse(raw),
      onTexts: (texts) => seen.push(texts),
    });
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer.body));
  }

  const server = await listen((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }, options.port);
  return {
    url: `${server.origin}/v1`,
    seen,
    failNext: (...next) => {
      faults.push(...next);
    },
    close: () => server.close(),
  };
}
