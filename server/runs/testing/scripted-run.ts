import pino from "pino";
import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  calls,
  chains,
  corrections,
  demonstrations,
  pairs,
  runProblems,
  runs,
  stageReports,
  treeNodes,
} from "@/db/schema";
import { release } from "@/server/jobs/lease.repo";
import { systemClock } from "@/server/foundation/clock";
import { createDispatcher } from "@/server/models/dispatcher";
import type { Engine } from "@/server/models/engine";
import { databaseAnswerBook } from "@/server/models/scripted/answer-book";
import { createScriptedEngine } from "@/server/models/scripted/scripted-engine";
import { watchEngineHealth } from "@/server/models/engine-health";
import type { OpenedModel } from "@/server/models/opened-model";
import type { WorkEnd } from "@/server/models/work-through";
import { executeRun } from "../execute-run";
import { claimNextRun } from "../lifecycle.repo";

const logger = pino({ level: "silent" });

/** A model ready for a run, with whatever engine. */
export function openedModel(id: string, engine: Engine): OpenedModel {
  return {
    id,
    identity: id,
    engine,
    dispatcher: createDispatcher(engine, { clock: systemClock, logger }),
    health: watchEngineHealth(),
  };
}

/** The scripted double over the problems of this database. */
export function scriptedEngine(db: Db, script = "default"): Engine {
  return createScriptedEngine(script, { answerOf: databaseAnswerBook(db) });
}

/** Claims the next run and works on it until it ends; then lets go of it, still `running`, as a stopped worker does. */
export async function workOnce(
  db: Db,
  options: { policy: Engine; small?: Engine; scorer?: Engine; signal?: AbortSignal; leaseId?: string },
): Promise<WorkEnd> {
  const claimed = claimNextRun(db, { leaseId: options.leaseId ?? "test/1", now: systemClock.now() });
  if (claimed === null) throw new Error("no run to claim");
  const policy = openedModel("model_policy", options.policy);
  const small = options.small === undefined ? null : openedModel("model_small", options.small);
  const scorer = options.scorer === undefined ? null : openedModel("model_scorer", options.scorer);
  const signal = options.signal ?? new AbortController().signal;
  const end = await executeRun(
    { db, clock: systemClock, models: { policy, small, scorer }, signal },
    claimed,
  );
  release(db, runs, {
    id: claimed.run.id,
    leaseId: claimed.leaseId,
    status: end.kind === "finished" ? "finished" : "running",
    statusReason: null,
    retryAt: null,
    endedAt: null,
  });
  return end;
}

/** Everything that a run made, without ids of the run and times: equal for two runs that asked the same. */
export function contentsOf(db: Db, runId: string): unknown {
  const own = { calls, chains, corrections, pairs, treeNodes, demonstrations, stageReports };
  return {
    problems: db
      .select({ id: runProblems.problemId, status: runProblems.status, bucket: runProblems.bucket })
      .from(runProblems)
      .where(eq(runProblems.runId, runId))
      .orderBy(asc(runProblems.position))
      .all(),
    ...Object.fromEntries(
      Object.entries(own).map(([name, table]) => [
        name,
        strip(db.select().from(table).where(eq(table.runId, runId)).all()),
      ]),
    ),
  };
}

const VOLATILE = new Set(
  `id runId callId chainId parentId wrongChainId chosenChainId rejectedChainId correctionId createdAt durationMs growth`.split(
    " ",
  ),
);

function strip(rows: readonly Record<string, unknown>[]): string[] {
  return rows
    .map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !VOLATILE.has(key))))
    .map((row) => JSON.stringify(row))
    .toSorted();
}
