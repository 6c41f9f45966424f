import { Agent, fetch, type Response } from "undici";
import type { z } from "zod";
import { abortError } from "../abort-error";
import { EngineError } from "../engine";
import { answerError, parseJson, type Answer } from "./answer-error";
import type { Connection } from "./connection";

/** No honest answer is longer. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface Timeouts {
  readonly connectMs: number;
  /** For one request, from sending to its last byte. */
  readonly totalMs: number;
}

const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 10_000, totalMs: 15 * 60_000 };

interface Call<T> {
  readonly url: string;
  /** Sent as JSON by POST; without one it is a GET. */
  readonly body?: object;
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  /** The journal's key of the request, for the server's log. */
  readonly key?: string;
}

export interface HttpClient {
  /** @throws EngineError; the signal's reason when aborted */
  call<T>(call: Call<T>): Promise<T>;
  close(): Promise<void>;
}

export function createHttpClient(
  { apiKey }: Pick<Connection, "apiKey">,
  timeouts = DEFAULT_TIMEOUTS,
): HttpClient {
  // undici's own limits (five minutes to the first header) are shorter than a long generation.
  const agent = new Agent({
    connect: { timeout: timeouts.connectMs },
    headersTimeout: timeouts.totalMs,
    bodyTimeout: timeouts.totalMs,
  });

  async function send<T>({ url, body, key, signal }: Call<T>): Promise<Answer> {
    // `AbortSignal.timeout` would keep each request's signal until its time is over, long after the answer.
    const ended = new AbortController();
    const late = new AbortController();
    const abort = (): void => {
      ended.abort();
    };
    signal.addEventListener("abort", abort, { once: true });
    const timer = setTimeout(() => {
      late.abort();
      ended.abort();
    }, timeouts.totalMs);
    try {
      signal.throwIfAborted();
      const response = await fetch(url, {
        dispatcher: agent,
        method: body === undefined ? "GET" : "POST",
        headers: {
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
          ...(key === undefined ? {} : { "x-sphere-request": key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: ended.signal,
      });
      return {
        status: response.status,
        contentType: response.headers.get("content-type") ?? "",
        retryAfter: response.headers.get("retry-after"),
        body: await readText(response),
      };
    } catch (error) {
      if (signal.aborted) throw abortError(signal);
      if (late.signal.aborted) throw timedOut(timeouts.totalMs);
      throw transportError(error);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
  }

  return {
    async call(call) {
      const answer = await send(call);
      const error = answerError(answer, Date.now());
      if (error !== null) throw withoutKey(error, apiKey);
      const value = parseJson(answer.body);
      if (value === undefined) throw badResponse("is not JSON");
      const parsed = call.schema.safeParse(value);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw badResponse(`has an unexpected form at ${issue?.path.join(".") ?? "?"}: ${issue?.message ?? ""}`);
    },
    close: () => agent.close(),
  };
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw badResponse("is longer than 64 MB");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function badResponse(what: string): EngineError {
  return new EngineError("bad-response", `The server's answer ${what}.`);
}

function timedOut(ms: number): EngineError {
  return new EngineError("timeout", `The server did not finish within ${Math.round(ms / 1000)} seconds.`);
}

const NO_CONNECTION =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|TLS|SSL/;

/** undici says `fetch failed`; what happened is in the cause, or in the causes of that. */
function transportError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const what = causes(error).join(": ");
  if (/HEADERS_TIMEOUT|BODY_TIMEOUT/.test(what))
    return new EngineError("timeout", "The server did not answer in time.", { cause: error });
  if (NO_CONNECTION.test(what)) {
    const message = `The server cannot be reached (${what}). Start it, or correct the model's base URL.`;
    return new EngineError("unreachable", message, { cause: error });
  }
  return new EngineError("server-error", `The connection broke (${what}).`, { cause: error });
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const code = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(causes) : [];
  const next = error.cause === undefined ? [] : causes(error.cause);
  const own = error.message === "fetch failed" || error.message === "" ? [] : [error.message];
  return [...new Set([...code, ...own, ...inner, ...next])];
}

/** Some servers repeat the key that they refuse. */
function withoutKey(error: EngineError, apiKey: string | null): EngineError {
  if (apiKey === null || apiKey === "" || !error.message.includes(apiKey)) return error;
  const { kind, retryAfterMs } = error;
  const message = error.message.replaceAll(apiKey, "(the key)");
  return new EngineError(kind, message, retryAfterMs === undefined ? {} : { retryAfterMs });
}
