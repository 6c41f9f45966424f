import pino from "pino";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  evaluationCalls,
  evaluationItems,
  evaluations,
  evaluationScores,
  evaluationVerdicts,
  models,
} from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { release } from "@/server/jobs/lease.repo";
import { createDispatcher } from "@/server/models/dispatcher";
import type { Engine } from "@/server/models/engine";
import { watchEngineHealth } from "@/server/models/engine-health";
import { modelIdentity } from "@/server/models/model-identity";
import type { OpenedModel } from "@/server/models/opened-model";
import { databaseAnswerBook } from "@/server/models/scripted/answer-book";
import { createScriptedEngine } from "@/server/models/scripted/scripted-engine";
import { createCallerFactory } from "@/server/trpc/init";
import { evaluationsRouter } from "@/server/trpc/routers/evaluations";
import { modelsRouter } from "@/server/trpc/routers/models";
import { problemsRouter } from "@/server/trpc/routers/problems";
import type { z } from "zod";
import type { launchEvaluationsSchema } from "../evaluations.schema";
import { executeEvaluation, type EvaluationEnd } from "../work/execute-evaluation";
import { claimNextEvaluation } from "../work/lifecycle.repo";
import { insertBenchmark, insertModel } from "./insert-benchmark";

const logger = pino({ level: "silent" });

type Launch = z.input<typeof launchEvaluationsSchema>;

/** The evaluations router over a new database with a scripted model and a benchmark of sums. */
export function openEvaluations(items = 6) {
  const { db } = openTestDatabase();
  const benchmarkId = insertBenchmark(db, { name: "Sums", items });
  const modelId = insertModel(db, { id: "model_policy", name: "Scripted policy" });
  const env = readEnv({ NODE_ENV: "test" });
  const ctx = { db, clock: systemClock, env, logger, actor: TEST_ADMIN };
  const caller = createCallerFactory(evaluationsRouter)(ctx);
  return {
    db,
    benchmarkId,
    modelId,
    caller,
    logger,
    models: createCallerFactory(modelsRouter)(ctx),
    sets: createCallerFactory(problemsRouter)(ctx).sets,
    /** Launches one of the model on the benchmark, greedy and four samples. @returns its id */
    launch: async (change: Partial<Launch> = {}): Promise<string> => {
      const launched = await caller.launch({ ...twoPasses({ modelId, benchmarkId }), ...change });
      const [first] = launched.evaluations;
      if (first === undefined) throw new Error("Nothing was launched.");
      return first.id;
    },
    get: (evaluationId: string) => caller.get({ evaluationId }),
  };
}

/** A launch of greedy and four samples of every item. */
export function twoPasses(of: { readonly modelId: string; readonly benchmarkId: string }): Launch {
  return {
    modelIds: [of.modelId],
    benchmarkIds: [of.benchmarkId],
    preset: "custom",
    items: null,
    sampled: { samples: 4, temperature: 0.7, topP: 0.95 },
    maxTokens: 400,
  };
}

/** The scripted double over the problems of this database. */
export function scriptedOver(db: Db, script = "default"): Engine {
  return createScriptedEngine(script, { answerOf: databaseAnswerBook(db) });
}

/** A model of the database, opened with whatever engine. */
export function openModel(db: Db, id: string, engine: Engine): OpenedModel {
  const row = db.select().from(models).where(eq(models.id, id)).get();
  if (row === undefined) throw new Error(`There is no model ${id}.`);
  return {
    id,
    identity: modelIdentity(row),
    engine,
    dispatcher: createDispatcher(engine, { clock: systemClock, logger }),
    health: watchEngineHealth(),
  };
}

/** Claims the next evaluation and works on it until it ends; then lets go of it, as a stopped worker does. */
export async function evaluateOnce(
  db: Db,
  { engine, signal, leaseId = "test/1" }: { engine: Engine; signal?: AbortSignal; leaseId?: string },
): Promise<EvaluationEnd> {
  const claimed = claimNextEvaluation(db, { leaseId, now: systemClock.now() });
  if (claimed === null) throw new Error("There is no evaluation to claim.");
  const { id, modelId } = claimed.evaluation;
  const model = openModel(db, modelId, engine);
  const deps = { db, clock: systemClock, model, signal: signal ?? new AbortController().signal };
  const end = await executeEvaluation(deps, claimed);
  const status = end.kind === "finished" ? "finished" : "running";
  release(db, evaluations, { id, leaseId, status, statusReason: null, retryAt: null, endedAt: null });
  return end;
}

/** Everything that an evaluation made, without times and ids: equal for two that asked the same. */
export function evaluated(db: Db, evaluationId: string): Readonly<Record<string, readonly string[]>> {
  const tables = { evaluationItems, evaluationCalls, evaluationVerdicts, evaluationScores };
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      db.select().from(table).where(eq(table.evaluationId, evaluationId)).all().map(lasting).toSorted(),
    ]),
  );
}

const VOLATILE = new Set([
  "id",
  "evaluationId",
  "callId",
  "createdAt",
  "durationMs",
  "endedAt",
  "computedAt",
]);

function lasting(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).filter(([key]) => !VOLATILE.has(key))));
}
