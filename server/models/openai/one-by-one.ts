import { EngineError, type GenerateRequest, type GenerateResult } from "../engine";

type AskOne = (request: GenerateRequest, signal: AbortSignal) => Promise<GenerateResult>;

/** Samples of requests that failed in part and may come again. */
const MOST_KEPT = 1024;

/**
 * Several samples from a server that gives one a request. Where some fail and may be tried again, those that came are kept: the
 * next attempt asks for the others alone.
 */
export function askOneByOne(ask: AskOne) {
  const kept = new Map<string, GenerateResult>();

  return async (
    request: GenerateRequest,
    signal: AbortSignal,
    onSample: () => void,
  ): Promise<GenerateResult> => {
    const singles = Array.from({ length: request.n }, (_, index) => ({
      ...request,
      n: 1,
      key: `${request.key}/${index}`,
      ...(request.seed === undefined ? {} : { seed: request.seed + index }),
    }));
    const hopeless = new AbortController();
    const either = AbortSignal.any([signal, hopeless.signal]);
    const answers = await Promise.allSettled(
      singles.map(async (single) => {
        const before = kept.get(single.key);
        if (before !== undefined) return before;
        try {
          const result = await ask(single, either);
          onSample();
          return result;
        } catch (error) {
          if (!comesAgain(error)) hopeless.abort(error);
          throw error;
        }
      }),
    );
    for (const { key } of singles) kept.delete(key);
    const results = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    if (results.length === request.n) {
      return {
        generations: results.flatMap(({ generations }) => generations),
        promptTokens: results[0]?.promptTokens ?? 0,
      };
    }
    signal.throwIfAborted();
    if (hopeless.signal.aborted) throw hopeless.signal.reason;
    for (const [index, answer] of answers.entries()) {
      if (answer.status === "fulfilled") keep(`${request.key}/${index}`, answer.value);
    }
    throw answers.find((answer) => answer.status === "rejected")?.reason;
  };

  function keep(key: string, result: GenerateResult): void {
    for (const oldest of kept.keys()) {
      if (kept.size < MOST_KEPT) break;
      kept.delete(oldest);
    }
    kept.set(key, result);
  }
}

function comesAgain(error: unknown): boolean {
  return error instanceof EngineError && ["overloaded", "server-error", "timeout"].includes(error.kind);
}
