import { and, avg, desc, eq, gt, inArray, sql, sum } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calls, chains, runProblems, runs } from "@/db/schema";
import type { ModelRole } from "@/server/sphere/io";
import { isNoDryRun } from "../queue-order";
import type { LaunchRun } from "../runs.schema";
import { ENOUGH_PROBLEMS, type MeasuredRun, type MeasuredSpeed } from "./measured-run";

/** Runs looked into, and problems of each: enough for a mean, and no wait at launch. */
const RUNS = 6;
const PROBLEMS = 40;
/** Runs shorter than this say little about speed. */
const LONG_ENOUGH_MS = 20_000;

/** What the newest runs of a policy that stand still measured, those on the same set first. */
export function readMeasuredRuns(db: Db, launch: LaunchRun): MeasuredRun[] {
  return db
    .select({ id: runs.id, launch: runs.launch })
    .from(runs)
    .where(
      and(
        eq(runs.policyModelId, launch.policyModelId),
        inArray(runs.status, ["finished", "cancelled", "paused"]),
        gt(runs.problemsDone, 0),
      ),
    )
    .orderBy(
      desc(sql`${runs.problemSetId} = ${launch.problemSetId}`),
      desc(sql`${runs.problemsDone} >= ${ENOUGH_PROBLEMS}`),
      desc(runs.createdAt),
    )
    .limit(RUNS)
    .all()
    .map((run) => readMeasuredRun(db, run));
}

function readMeasuredRun(db: Db, run: { readonly id: string; readonly launch: LaunchRun }): MeasuredRun {
  const looked = db
    .select({ id: runProblems.problemId, bucket: runProblems.bucket })
    .from(runProblems)
    .where(and(eq(runProblems.runId, run.id), eq(runProblems.status, "done")))
    .orderBy(runProblems.position)
    .limit(PROBLEMS)
    .all();
  const ids = looked.map(({ id }) => id);
  const own = and(eq(calls.runId, run.id), inArray(calls.problemId, ids));
  const parts = db
    .select({
      stage: calls.stage,
      purpose: calls.purpose,
      tokens: sql<number>`sum(${calls.generatedTokens})`,
    })
    .from(calls)
    .where(own)
    .groupBy(calls.stage, calls.purpose)
    .all();
  const roots = and(
    eq(chains.runId, run.id),
    inArray(chains.problemId, ids),
    eq(chains.origin, "root-sample"),
  );
  const solved = db
    .select({
      right: sql<number>`sum(${chains.verdict} = 'correct')`,
      samples: sql<number>`count(*)`,
      steps: avg(sql`json_array_length(${chains.steps})`).mapWith(Number),
    })
    .from(chains)
    .where(roots)
    .groupBy(chains.problemId)
    .all();
  const counts = { easy: 0, mixed: 0, hard: 0 };
  for (const { bucket } of looked) if (bucket !== null) counts[bucket] += 1;
  return {
    launch: run.launch,
    buckets: counts,
    tokens: new Map(parts.map(({ stage, purpose, tokens }) => [`${stage}/${purpose}`, tokens])),
    solutions: readLengths(db, { runId: run.id, ids, role: "policy" }),
    smallSolutions: readLengths(db, { runId: run.id, ids, role: "small" }),
    steps: solved.length === 0 ? null : solved.reduce((total, { steps }) => total + steps, 0) / solved.length,
    solved: solved.map(({ right, samples }) => ({ right, samples })),
  };
}

/** Tokens of each whole solution that a model drew at the run's own temperature. */
function readLengths(
  db: Db,
  params: { readonly runId: string; readonly ids: readonly string[]; readonly role: ModelRole },
): number[] {
  const stage = params.role === "small" ? "diversity-induction" : "self-generation";
  return db
    .select({ tokens: sql<number>`json_extract(sample.value, '$.tokens')` })
    .from(sql`${calls}, json_each(${calls.samples}) as sample`)
    .where(
      and(
        eq(calls.runId, params.runId),
        inArray(calls.problemId, [...params.ids]),
        eq(calls.purpose, "solve"),
        eq(calls.role, params.role),
        eq(calls.stage, stage),
      ),
    )
    .all()
    .map(({ tokens }) => tokens);
}

/** Tokens a second of the newest runs of the policy; runs of the same width count before others. */
export function readSpeed(db: Db, launch: LaunchRun): MeasuredSpeed {
  const newest = (width: ReturnType<typeof sql> | undefined) => {
    const some = db
      .select({ tokens: runs.generatedTokens, ms: runs.activeMs })
      .from(runs)
      .where(
        and(
          eq(runs.policyModelId, launch.policyModelId),
          gt(runs.activeMs, LONG_ENOUGH_MS),
          gt(runs.generatedTokens, 0),
          isNoDryRun,
          width,
        ),
      )
      .orderBy(desc(runs.createdAt))
      .limit(4)
      .as("some");
    const row = db
      .select({ tokens: sum(some.tokens).mapWith(Number), ms: sum(some.ms).mapWith(Number) })
      .from(some)
      .get();
    return row?.tokens && row.ms ? (1000 * row.tokens) / row.ms : null;
  };
  const sameWidth = sql`json_extract(${runs.launch}, '$.maxInFlight') is ${launch.maxInFlight}`;
  return newest(sameWidth) ?? newest(undefined);
}
