import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluations, evaluationScores, models, problemSets } from "@/db/schema";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import type { BoardMetric } from "./leaderboard.schema";

/** Finished, or with numbers that still grow. */
const BOARD_STATUSES = ["finished", "running", "pausing", "paused"] as const satisfies JobStatus[];

export interface BoardEvaluation {
  readonly id: string;
  readonly status: JobStatus;
  readonly modelId: string;
  readonly benchmarkId: string;
  readonly benchmarkSize: number;
  readonly itemCount: number;
  readonly subsetSeed: number | null;
  readonly itemsSha256: string;
  /** As stored: thousands of evaluations have a handful of protocols, so each is read once by who asks. */
  readonly protocol: string;
  readonly launchGrader: string;
  readonly itemsDone: number;
  readonly createdAt: number;
  readonly scoredWith: string | null;
  /** `figures` of the score as a JSON array; null where nothing is scored. */
  readonly figures: string | null;
}

/** What of a score a table draws, in the order of the array. */
const SHARED = ["$.items", "$.leftOut", "$.failed", "$.settled"];
const FIGURE: Readonly<Record<BoardMetric, string>> = {
  greedy: "$.greedy.score",
  avg: "$.sampled.score",
  pass: "$.sampled.passAtK[#-1]",
  maj: "$.sampled.majAtK[#-1]",
};

/**
 * Every evaluation that may stand in the table, in one statement, the newest first. Of each score (the grader in force, else the
 * newest) SQLite hands over only what is drawn: curves over k are ten times as long.
 */
export function readBoard(
  db: Db,
  { metric, grader }: { readonly metric: BoardMetric; readonly grader: string },
): BoardEvaluation[] {
  const pass = metric === "greedy" ? "greedy" : "sampled";
  const paths = [...SHARED, FIGURE[metric], `$.${pass}.samples`, `$.${pass}.meanTokens`, `$.${pass}.tokens`];
  const shown = db.$with("shown").as(
    db
      .select({
        evaluationId: evaluationScores.evaluationId,
        graderVersion: evaluationScores.graderVersion,
        score: sql<string>`${evaluationScores.score}`.as("shown_score"),
        place: sql<number>`row_number() over (
          partition by ${evaluationScores.evaluationId}
          order by ${evaluationScores.graderVersion} = ${grader} desc, ${evaluationScores.computedAt} desc
        )`.as("place"),
      })
      .from(evaluationScores),
  );
  return db
    .with(shown)
    .select({
      id: evaluations.id,
      status: evaluations.status,
      modelId: evaluations.modelId,
      benchmarkId: evaluations.problemSetId,
      benchmarkSize: evaluations.benchmarkSize,
      itemCount: evaluations.itemCount,
      subsetSeed: evaluations.subsetSeed,
      itemsSha256: evaluations.itemsSha256,
      protocol: sql<string>`${evaluations.protocol}`,
      launchGrader: evaluations.graderVersion,
      itemsDone: evaluations.itemsDone,
      createdAt: evaluations.createdAt,
      scoredWith: shown.graderVersion,
      figures: sql<string | null>`json_extract(${shown.score}, ${sql.join(
        paths.map((path) => sql`${path}`),
        sql`, `,
      )})`,
    })
    .from(evaluations)
    .leftJoin(shown, and(eq(shown.evaluationId, evaluations.id), eq(shown.place, 1)))
    .where(inArray(evaluations.status, [...BOARD_STATUSES]))
    .orderBy(sql`${evaluations.createdAt} desc`, sql`${evaluations.id} desc`)
    .all();
}

export interface LineageModel {
  readonly id: string;
  readonly name: string;
  readonly parentModelId: string | null;
  readonly round: number | null;
}

/** All models with their parents, the older first: a family may go through models that were never evaluated. */
export function readLineage(db: Db): LineageModel[] {
  return db
    .select({
      id: models.id,
      name: models.name,
      parentModelId: models.parentModelId,
      round: models.round,
    })
    .from(models)
    .orderBy(asc(models.createdAt), asc(models.id))
    .all();
}

export function readBenchmarks(db: Db): { id: string; name: string; items: number }[] {
  return db
    .select({ id: problemSets.id, name: problemSets.name, items: problemSets.problemCount })
    .from(problemSets)
    .where(and(eq(problemSets.kind, "benchmark"), eq(problemSets.status, "ready")))
    .all();
}
