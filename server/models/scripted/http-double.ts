import { createServer, type IncomingMessage } from "node:http";
import type { ServerResponse } from "node:http";
import { text as readAll } from "node:stream/consumers";
import { answerRequest, type AnswerOptions } from "./http-answers";
import { misbehave, type Fault } from "./http-faults";

export interface HttpDoubleOptions extends Partial<AnswerOptions> {
  /** Milliseconds before each answer. */
  readonly latencyMs?: number;
  /** Fixed port; any free one without. */
  readonly port?: number;
}

interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

export interface HttpDouble {
  /** Base URL of the API, `/v1` included. */
  readonly url: string;
  /** Every request so far, in order. */
  readonly seen: readonly SeenRequest[];
  /** The next requests for text meet these faults, one each, in order. */
  failNext(...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

/** The scripted double as a server that speaks the OpenAI protocol, as one of three real ones does. */
export async function startHttpDouble(options: HttpDoubleOptions = {}): Promise<HttpDouble> {
  const answers: AnswerOptions = {
    script: options.script ?? "default",
    personality: options.personality ?? "vllm",
    answerOf: options.answerOf ?? (() => null),
    model: options.model ?? "double",
    prefill: options.prefill ?? true,
    echo: options.echo ?? false,
  };
  const latencyMs = options.latencyMs ?? 0;
  const seen: SeenRequest[] = [];
  const faults: Fault[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const raw = await readAll(request);
    const body: unknown = raw === "" ? null : JSON.parse(raw);
    seen.push({ path, headers: request.headers, body });
    if (path.endsWith("/completions")) {
      const fault = faults.shift();
      if (fault !== undefined && (await misbehave(fault, response))) return;
      if (latencyMs > 0) await misbehave({ kind: "slow-headers", ms: latencyMs }, response);
    }
    const key = request.headers["x-sphere-request"];
    const answer = answerRequest(answers, { path, body, key: typeof key === "string" ? key : raw });
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer.body));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    failNext: (...next) => {
      faults.push(...next);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
