import type { Dispatcher } from "@/server/models/dispatcher";
import type { Engine } from "@/server/models/engine";

/** Turns of the event loop without a new question after which every problem is taken to wait. */
const QUIET_TURNS = 4;

interface LockStepOptions {
  /** Problems that go together; the next ones begin when the last of them is over. */
  readonly width: number;
  /** Problems in all. */
  readonly problems: number;
}

/**
 * How rStar and search-and-learn schedule, over the same engine: problems go together, step by step. What they ask is collected
 * until every one of them waits; all of it is sent at once; nobody goes on before the last answer is there.
 */
export function lockStepDispatcher(engine: Engine, { width, problems }: LockStepOptions): Dispatcher {
  let collected: (() => Promise<void>)[] = [];
  const comers: (() => void)[] = [];
  let left = problems;
  /** Problems of this batch that may still begin. */
  let toBegin = Math.min(width, left);
  let isStepping = false;
  let inFlight = 0;

  function begin(): void {
    while (toBegin > 0) {
      const next = comers.shift();
      if (next === undefined) return;
      toBegin -= 1;
      left -= 1;
      next();
    }
    if (!isStepping) step().catch(() => undefined);
  }

  async function quiet(): Promise<void> {
    for (let before = -1; before !== collected.length;) {
      before = collected.length;
      for (let turn = 0; turn < QUIET_TURNS; turn++)
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
    }
  }

  async function step(): Promise<void> {
    isStepping = true;
    for (await quiet(); collected.length > 0; await quiet()) {
      const all = collected;
      collected = [];
      inFlight = all.length;
      await Promise.all(all.map((ask) => ask()));
      inFlight = 0;
    }
    isStepping = false;
    toBegin = Math.min(width, left);
    if (toBegin > 0) begin();
  }

  function put<T>(question: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      collected.push(() => question().then(resolve, reject));
    });
  }

  return {
    async submit(request, { signal }) {
      return { ...(await put(() => engine.generate(request, signal))), durationMs: 0 };
    },
    ask: (question, { signal }) => put(() => question(engine, signal)),
    whenFree: () =>
      new Promise((resolve) => {
        comers.push(resolve);
        if (toBegin > 0) begin();
      }),
    setLimits: () => undefined,
    forget: () => undefined,
    loadOf: () => ({ inFlight, waiting: collected.length }),
    stats: () => ({ inFlight, waiting: collected.length, limit: width, replicas: [] }),
  };
}
