import { setMaxListeners } from "node:events";
import pino from "pino";
import { systemClock } from "@/server/foundation/clock";
import { EngineError, type Engine, type GenerateRequest } from "@/server/models/engine";
import type { OpenedModel } from "@/server/models/opened-model";
import { openRuns } from "@/server/runs/testing/open-runs";
import { openedModel, scriptedEngine } from "@/server/runs/testing/scripted-run";
import { readEnv } from "@/server/foundation/env";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { insertBenchmark } from "@/server/evaluations/testing/insert-benchmark";
import { openModel, twoPasses } from "@/server/evaluations/testing/open-evaluations";
import { createCallerFactory } from "@/server/trpc/init";
import { evaluationsRouter } from "@/server/trpc/routers/evaluations";
import { evaluationLoop } from "../evaluation-loop";
import type { LoopDeps } from "../job-loop";
import { runLoop } from "../run-loop";

/** What an engine does before it answers: waits, throws, or nothing. */
export type Before = (request: GenerateRequest, signal: AbortSignal) => void | Promise<void>;

/** A worker's loops in this process over a new database; `before` is asked before each answer of the policy. */
export function openLoop(problems: number, before: Before = () => undefined) {
  const open = openRuns(problems);
  const engine = scriptedEngine(open.db);
  const policy: Engine = {
    ...engine,
    async generate(request, signal) {
      await before(request, signal);
      return await engine.generate(request, signal);
    },
  };
  const models = new Map<string, OpenedModel>([
    [open.seeded.policyId, openModel(open.db, open.seeded.policyId, policy)],
    [open.seeded.smallId, openedModel(open.seeded.smallId, scriptedEngine(open.db, "weak"))],
  ]);
  const ending = new AbortController();
  const deps: LoopDeps = {
    db: open.db,
    clock: systemClock,
    logger: pino({ level: "silent" }),
    workerId: "worker",
    signal: ending.signal,
    engines: {
      acquire(modelId) {
        const model = models.get(modelId);
        if (model === undefined) return Promise.reject(new EngineError("unreachable", "connection refused"));
        return Promise.resolve(model);
      },
      release: () => undefined,
      closeOutdated: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
  };
  const loops = [runLoop(deps), evaluationLoop(deps)];
  const { db, clock } = open;
  const evaluations = createCallerFactory(evaluationsRouter)({
    db,
    clock,
    env: readEnv({ NODE_ENV: "test" }),
    logger: deps.logger,
    actor: TEST_ADMIN,
  });
  const benchmarkId = insertBenchmark(db, { name: "Sums", items: problems });
  return {
    ...open,
    models,
    evaluations,
    /** Launches an evaluation of the policy on a benchmark of as many sums. @returns its id */
    async evaluate(change: Partial<Parameters<typeof evaluations.launch>[0]> = {}): Promise<string> {
      const asked = { ...twoPasses({ modelId: open.seeded.policyId, benchmarkId }), ...change };
      const launched = await evaluations.launch(asked);
      return launched.evaluations[0]?.id ?? "";
    },
    /** Ends the loops, as the process does when it is asked to. */
    async end(): Promise<void> {
      ending.abort();
      await Promise.all(loops);
    },
  };
}

const nothing = (): void => undefined;

/** A door in front of an engine, shut until it is opened; whoever is cancelled need not wait. */
export function createDoor() {
  let open = nothing;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let waiting = 0;
  return {
    open,
    waiting: () => waiting,
    pass: async (_request: GenerateRequest, signal: AbortSignal): Promise<void> => {
      waiting += 1;
      setMaxListeners(0, signal);
      await Promise.race([
        opened,
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            reject(new Error("cancelled"));
          });
        }),
      ]);
    },
  };
}

export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tick = 0; tick < 2_400; tick++) {
    if (await condition()) return;
    await systemClock.sleep(25);
  }
  throw new Error("It did not come to pass within a minute.");
}
