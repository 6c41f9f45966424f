import { EngineError } from "./engine";

/** Odd answers in a row, with no good one between, that mean the engine itself is broken. */
const ODD_ANSWERS_IN_A_ROW = 5;

/** Watches one engine's answers to tell a call that went wrong from an engine that is down. */
export interface EngineHealth {
  answered(now: number): void;
  /**
   * Whether `error` is the lasting outcome of the one call that began at `startedAt`. If not, the engine is
   * down: the job pauses and asks again later, so that no problem is burnt.
   */
  isFaultOfOneCall(error: unknown, startedAt: number): error is EngineError;
}

export function watchEngineHealth(): EngineHealth {
  let lastAnswerAt = Number.NEGATIVE_INFINITY;
  let oddInARow = 0;
  return {
    answered(now) {
      lastAnswerAt = now;
      oddInARow = 0;
    },
    isFaultOfOneCall(error, startedAt): error is EngineError {
      if (!(error instanceof EngineError)) return false;
      switch (error.kind) {
        case "bad-request":
        case "context-too-long":
          return true;
        case "bad-response":
          oddInARow += 1;
          return oddInARow < ODD_ANSWERS_IN_A_ROW;
        case "not-the-api":
        case "overloaded":
        case "server-error":
        case "timeout":
          // Others were answered meanwhile, so the engine lives and this one question is what it cannot do.
          return lastAnswerAt >= startedAt;
        case "unreachable":
        case "model-missing":
        case "model-damaged":
          return false;
        default:
          return error.kind satisfies never;
      }
    },
  };
}
