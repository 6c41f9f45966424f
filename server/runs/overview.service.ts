import { and, count, desc, eq, gt, inArray, ne, sql, sum, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluations, models, problemSets, runs } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import { isNoDryRun, queueOrder } from "./queue-order";
import { runView, type RunView } from "./run-view";
import { hasLiveWorker } from "@/server/jobs/workers.repo";

/** What the home page tells: how much of each thing there is, and what runs now. */
export interface Overview {
  readonly problemSets: number;
  readonly trainingProblems: number;
  readonly benchmarkProblems: number;
  readonly modelsReady: number;
  readonly models: number;
  readonly runs: number;
  /** Those at work first, then the queue in its order. */
  readonly activeRuns: readonly RunView[];
  readonly latestRun: RunView | null;
  /** The newest run that has pairs. */
  readonly latestWithPairs: RunView | null;
  /** Of all runs, dry runs left out. */
  readonly pairs: number;
  /** Finished ones, and those at work or waiting. */
  readonly evaluations: number;
  readonly activeEvaluations: number;
  readonly workerAlive: boolean;
}

export function readOverview({ db, clock }: { readonly db: Db; readonly clock: Clock }): Overview {
  const problemsOf = (benchmark: boolean): number =>
    one(
      db
        .select({ n: sum(problemSets.problemCount) })
        .from(problemSets)
        .where(benchmark ? eq(problemSets.kind, "benchmark") : ne(problemSets.kind, "benchmark"))
        .get(),
    );
  const newest = (where?: SQL): RunView | null => {
    const row = db
      .select()
      .from(runs)
      .where(and(isNoDryRun, where))
      .orderBy(desc(runs.createdAt), desc(runs.id))
      .limit(1)
      .get();
    return row === undefined ? null : runView(row);
  };
  const evaluationsThatAre = (statuses: readonly JobStatus[]): number =>
    one(
      db
        .select({ n: count() })
        .from(evaluations)
        .where(inArray(evaluations.status, [...statuses]))
        .get(),
    );
  return {
    problemSets: one(db.select({ n: count() }).from(problemSets).get()),
    trainingProblems: problemsOf(false),
    benchmarkProblems: problemsOf(true),
    modelsReady: one(db.select({ n: count() }).from(models).where(eq(models.status, "ready")).get()),
    models: one(db.select({ n: count() }).from(models).get()),
    runs: one(db.select({ n: count() }).from(runs).where(isNoDryRun).get()),
    activeRuns: db
      .select()
      .from(runs)
      .where(and(inArray(runs.status, ["queued", "running", "pausing", "cancelling"]), isNoDryRun))
      .orderBy(sql`${runs.status} = 'queued'`, ...queueOrder)
      .limit(5)
      .all()
      .map(runView),
    latestRun: newest(),
    latestWithPairs: newest(gt(runs.pairCount, 0)),
    pairs: one(
      db
        .select({ n: sum(runs.pairCount) })
        .from(runs)
        .where(isNoDryRun)
        .get(),
    ),
    evaluations: evaluationsThatAre(["finished"]),
    activeEvaluations: evaluationsThatAre(["queued", "running", "pausing", "paused", "cancelling"]),
    workerAlive: hasLiveWorker(db, clock.now()),
  };
}

function one(row: { n: number | string | null } | undefined): number {
  return Number(row?.n ?? 0);
}
