import { z } from "zod";
import { EngineError, type EngineErrorKind } from "../engine";
import { retryAfterMs } from "./retry-after";

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly body: string;
}

const TOO_LONG =
  /context (length|size|window)|maximum (context|model length)|exceeds? the (available )?context|too many tokens|prompt is too long/i;
const MOST_QUOTED = 300;

const errorBody = z.object({
  error: z.union([z.string(), z.object({ message: z.string() })]).optional(),
  message: z.string().optional(),
  detail: z.string().optional(),
});

/** What an answer that is not a success means for the call; null for a success. */
export function answerError(answer: Answer, now: number): EngineError | null {
  const { status } = answer;
  if (status < 300) return isHtml(answer) ? notTheApi("answered with a web page") : null;
  const said = serverMessage(answer);
  const fail = (kind: EngineErrorKind, text: string): EngineError =>
    new EngineError(kind, `The server ${text}${said === "" ? "." : `: ${said}`}`);
  if (status === 429 || status === 503) {
    const wait = retryAfterMs(answer.retryAfter, now);
    const message = `The server has too much to do (${status})${said === "" ? "." : `: ${said}`}`;
    return new EngineError("overloaded", message, wait === undefined ? {} : { retryAfterMs: wait });
  }
  if (status >= 500) return fail("server-error", `failed (${status})`);
  if (status === 408) return fail("timeout", "gave up waiting (408)");
  if (status === 401 || status === 403)
    return fail("unreachable", `refuses the API key (${status}); correct it on the Models page`);
  if (status === 404 || status === 405) {
    if (/model/i.test(said)) return fail("model-missing", "does not have this model (404)");
    return notTheApi(`has no such path (${status})`);
  }
  if (TOO_LONG.test(said)) return fail("context-too-long", "says that the context is too long");
  return fail("bad-request", `refuses the request (${status})`);
}

function notTheApi(what: string): EngineError {
  return new EngineError(
    "not-the-api",
    `The address ${what}, so it is not an OpenAI-compatible API. Correct the model's base URL; it often ends with /v1.`,
  );
}

function isHtml({ contentType, body }: Answer): boolean {
  return contentType.includes("text/html") || /^\s*<(!doctype|html|head|body)/i.test(body);
}

/** The server's own words, short, on one line; nothing of a web page. */
function serverMessage(answer: Answer): string {
  if (isHtml(answer)) return "";
  const parsed = errorBody.safeParse(parseJson(answer.body));
  const { error, message, detail } = parsed.success ? parsed.data : {};
  const text = (typeof error === "object" ? error.message : error) ?? message ?? detail ?? answer.body;
  return text.replaceAll(/\s+/g, " ").trim().slice(0, MOST_QUOTED);
}

/** The value of a JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
