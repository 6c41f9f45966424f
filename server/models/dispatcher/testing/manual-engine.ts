import { EngineError, type Engine, type GenerateRequest } from "../../engine";

interface Sent {
  readonly key: string;
  readonly signal: AbortSignal;
  finishSample(): void;
  resolve(): void;
  reject(error: unknown): void;
}

/** An engine whose calls are answered by the test. */
export interface ManualEngine {
  readonly engine: Engine;
  /** Whether it says that it lives when it is asked. */
  alive: boolean;
  /** How often it was asked that. */
  readonly checks: () => number;
  /** The last call under a key. */
  readonly call: (key: string) => Sent;
  /** Keys of all calls, in the order in which they were sent. */
  readonly keys: () => string[];
  readonly answerAll: () => void;
  readonly rejectAll: (error: unknown) => void;
}

export function manualEngine(sequences: number, maxSequences?: number): ManualEngine {
  const sent: Sent[] = [];
  const open = new Set<Sent>();
  let checks = 0;
  const generate: Engine["generate"] = ({ key, n }, signal, onSample = () => undefined) =>
    new Promise((resolve, reject) => {
      const call: Sent = {
        key,
        signal,
        finishSample: onSample,
        resolve() {
          open.delete(call);
          const generation = { text: "", tokens: 1, meanLogprob: null, finish: "end-of-turn" } as const;
          resolve({ generations: Array.from({ length: n }, () => generation), promptTokens: 1 });
        },
        reject(error) {
          open.delete(call);
          reject(error);
        },
      };
      sent.push(call);
      open.add(call);
    });
  const self: ManualEngine = {
    engine: {
      sequences,
      ...(maxSequences === undefined ? {} : { maxSequences }),
      generate,
      check() {
        checks += 1;
        if (self.alive) return Promise.resolve();
        return Promise.reject(new EngineError("unreachable", "still nobody"));
      },
      renderPrompt: () => Promise.resolve(""),
      close: () => Promise.resolve(),
    },
    alive: true,
    checks: () => checks,
    call(key) {
      const found = sent.findLast((one) => one.key === key);
      if (found === undefined) throw new Error(`${key} was not sent`);
      return found;
    },
    keys: () => sent.map(({ key }) => key),
    answerAll() {
      for (const call of open) call.resolve();
    },
    rejectAll(error) {
      for (const call of open) call.reject(error);
    },
  };
  return self;
}

export const request = (key: string, n = 1): GenerateRequest => ({
  key,
  messages: [{ role: "user", content: key }],
  prefix: "",
  n,
  sampling: { temperature: 1, topP: 1, maxTokens: 8, stop: [] },
});
