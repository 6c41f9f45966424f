/**
 * Owns what every folder of `server/` shares: errors, ids, clock, seeded randomness, environment, logger.
 * Imports packages only, never a capability.
 */

/** What kind of failure it is; `server/trpc` maps each to one transport code. */
export type AppErrorCode = "invalid-input" | "not-found" | "conflict" | "forbidden" | "unavailable";

interface AppErrorOptions {
  /** The input field that is wrong, as the caller named it. */
  readonly field?: string;
  /** What the person can do about it, one sentence. */
  readonly fix?: string;
  readonly cause?: unknown;
}

/** A failure that a person may read: the message, the field and the fix are shown as they are. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly field: string | undefined;
  readonly fix: string | undefined;

  constructor(code: AppErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.field = options.field;
    this.fix = options.fix;
  }
}

/** The message of anything that was thrown. */
export function errorMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What was thrown, as an Error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
