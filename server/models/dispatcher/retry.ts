import { seededRng } from "@/server/foundation/rng";
import { EngineError, type EngineErrorKind } from "../engine";

/** Times that a call is sent in all. */
const MAX_ATTEMPTS = 5;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A server that wants more than this is as good as down. */
const LONGEST_RETRY_AFTER_MS = 120_000;

const RETRIED: readonly EngineErrorKind[] = ["overloaded", "server-error", "timeout"];
const DOWN: readonly EngineErrorKind[] = ["unreachable", "not-the-api", "model-missing", "model-damaged"];

/** Whether the error says that no call can succeed now. */
export function isEngineDown(error: unknown): error is EngineError {
  return error instanceof EngineError && DOWN.includes(error.kind);
}

/**
 * Milliseconds to wait before the attempt after `attempt` (1-based), or null to give up: exponential, from half to all of the
 * step by chance (so that calls refused together do not return together), and at least what the server asked for.
 */
export function retryDelay(error: unknown, attempt: number, key: string): number | null {
  if (!(error instanceof EngineError) || !RETRIED.includes(error.kind)) return null;
  if (attempt >= MAX_ATTEMPTS) return null;
  const asked = error.retryAfterMs ?? 0;
  if (asked > LONGEST_RETRY_AFTER_MS) return null;
  const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  const jittered = step * (0.5 + 0.5 * seededRng(`${key}/${attempt}`)());
  return Math.max(asked, Math.round(jittered));
}
