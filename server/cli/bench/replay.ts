import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { openDatabase, type Db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { calls, problems, runProblems, runs } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { callId, requestKey } from "@/server/runs/call-key";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { getRun, launchRun } from "@/server/runs/runs.service";
import { scriptedEngine, workOnce } from "@/server/runs/testing/scripted-run";
import { seedForRuns, smallLaunch } from "@/server/runs/testing/seed";
import { isLocalFix } from "@/server/sphere/solve-problem";

/** Problems that a scripted model really solves; the rest of the journal are copies of theirs under other ids. */
const SOLVED = 500;
const ROWS_AT_ONCE = 500;

export interface ReplayFigures {
  readonly problems: number;
  readonly calls: number;
  readonly seconds: number;
  /** Highest resident memory while it replayed, and before it began. */
  readonly peakMegabytes: number;
  readonly startMegabytes: number;
}

/**
 * How fast a run comes back to where it was, and in how much memory: every problem is taken up again, and every answer is on
 * record.
 * @throws Error when the replay asked an engine
 */
export async function benchReplay(wanted: number): Promise<ReplayFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-replay-"));
  const connection = openDatabase(path.join(folder, "bench.sqlite"));
  const { db, sqlite } = connection;
  try {
    migrateDatabase(connection);
    const runId = await recordRun(db);
    copyProblems(db, { runId, wanted });
    const recorded = countCalls(db);
    db.update(runProblems).set({ status: "active" }).run();
    db.update(runs).set({ status: "queued", problemsDone: 0 }).run();

    const startMegabytes = residentMegabytes();
    let peakMegabytes = startMegabytes;
    const watch = setInterval(() => {
      peakMegabytes = Math.max(peakMegabytes, residentMegabytes());
    }, 20);
    const started = performance.now();
    await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);

    if (countCalls(db) !== recorded) throw new Error("The replay asked an engine.");
    return {
      problems: getRun(db, runId).problemsDone,
      calls: recorded,
      seconds,
      peakMegabytes,
      startMegabytes,
    };
  } finally {
    sqlite.close();
    fs.rmSync(folder, { recursive: true });
  }
}

async function recordRun(db: Db): Promise<string> {
  const launch = launchRunSchema.parse(smallLaunch(seedForRuns(db, { problems: SOLVED }), SOLVED));
  const { id } = launchRun({ db, clock: systemClock }, launch);
  await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
  return id;
}

/** Copies problems with their calls until the journal has `wanted` of them. */
function copyProblems(db: Db, { runId, wanted }: { runId: string; wanted: number }): void {
  const { seed } = getRun(db, runId).launch;
  const originals = db
    .select({ problem: problems, own: runProblems })
    .from(runProblems)
    .innerJoin(problems, eq(problems.id, runProblems.problemId))
    .orderBy(runProblems.position)
    .all();
  let have = countCalls(db);
  let position = originals.length;
  for (let round = 1; have < wanted; round++) {
    for (const { problem, own } of originals) {
      if (have >= wanted) break;
      const id = copyId(problem.id, round);
      const rows = db
        .select()
        .from(calls)
        .where(and(eq(calls.runId, runId), eq(calls.problemId, problem.id)))
        .all();
      const copies = rows.map((row) => {
        const key = requestKey(seed, { ...row, n: row.samplesWanted, sampling: row });
        return { ...row, problemId: id, id: callId(runId, id, key) };
      });
      db.transaction((tx) => {
        tx.insert(problems)
          .values({ ...problem, id, position, externalId: id, fingerprint: id })
          .run();
        tx.insert(runProblems)
          .values({ ...own, problemId: id, position })
          .run();
        for (let at = 0; at < copies.length; at += ROWS_AT_ONCE)
          tx.insert(calls)
            .values(copies.slice(at, at + ROWS_AT_ONCE))
            .run();
      });
      position += 1;
      have += copies.length;
    }
  }
}

/** An id of the same fate: which problems are also repaired locally is decided by their ids. */
function copyId(original: string, round: number): string {
  for (let salt = 0; ; salt++) {
    const id = `${original}-${round}-${salt}`;
    if (isLocalFix(id) === isLocalFix(original)) return id;
  }
}

function countCalls(db: Db): number {
  return (
    db
      .select({ n: sql<number>`count(*)` })
      .from(calls)
      .get()?.n ?? 0
  );
}

function residentMegabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}
