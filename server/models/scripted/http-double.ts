import type { IncomingMessage, ServerResponse } from "node:http";
import { text as readAll } from "node:stream/consumers";
import { answerRequest } from "./http-answers";
import type { AnswerOptions } from "./http-exchange";
import type { DecodeCounters, DecodeTimes } from "./decode-model";
import { createDecodeTimer } from "./decode-timer";
import { misbehave, type Fault } from "./http-faults";
import { listen } from "./listen";

export interface HttpDoubleOptions extends Partial<AnswerOptions> {
  /** Milliseconds before each answer. */
  readonly latencyMs?: number;
  /** Takes as long as a server that decodes in batches; at once without. */
  readonly decode?: DecodeTimes;
  /** Off for long loads, whose requests would fill the memory. */
  readonly keepSeen?: boolean;
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
  /** What it decoded, where it takes its time. */
  decoded(): DecodeCounters;
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
  const timer = options.decode === undefined ? null : createDecodeTimer(options.decode);
  const seen: SeenRequest[] = [];
  const faults: Fault[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const raw = await readAll(request);
    const body: unknown = raw === "" ? null : JSON.parse(raw);
    if (options.keepSeen !== false) seen.push({ path, headers: request.headers, body });
    if (path.endsWith("/completions")) {
      const fault = faults.shift();
      if (fault !== undefined && (await misbehave(fault, response))) return;
      if (latencyMs > 0) await misbehave({ kind: "slow-headers", ms: latencyMs }, response);
    }
    const key = request.headers["x-sphere-request"];
    const answer = answerRequest(answers, { path, body, key: typeof key === "string" ? key : raw });
    if (timer !== null) await timer.decode({ body, reply: answer.body }, closeSignal(response));
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
    decoded: () => timer?.counters() ?? { generated: 0, prefilled: 0, cached: 0 },
    close: () => server.close(),
  };
}

/** Aborted when the client goes away before it has its answer. */
function closeSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    gone.abort();
  });
  return gone.signal;
}
