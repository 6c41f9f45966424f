import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { calls, chains, corrections, pairDrops, pairs, prompts, runProblems } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/foundation/clock";
import { callDetail, pairs as readPairs, problemDetail } from "./reading.service";
import { launchRunSchema } from "./runs.schema";
import { launchRun } from "./runs.service";
import { seedForRuns, smallLaunch } from "./testing/seed";

let db: Db;
let runId: string;
let order: string[];

/** One call whose two samples became a right and a wrong chain and a refused correction, and one pair of them. */
function addLineage(problemId: string): void {
  const owner = { runId, problemId, stage: "self-generation" } as const;
  db.insert(prompts)
    .values({ hash: "h", messages: [{ role: "user", content: "2+3?" }] })
    .run();
  db.insert(calls)
    .values({
      ...owner,
      id: "call_1",
      purpose: "solve",
      role: "policy",
      modelId: "model_policy",
      promptHash: "h",
      prefix: "",
      depth: 0,
      samplesWanted: 2,
      temperature: 0.8,
      topP: 0.95,
      maxTokens: 64,
      stop: [],
      ordinal: 0,
      status: "ok",
      samples: [],
      promptTokens: 5,
      generatedTokens: 9,
      durationMs: 12,
      createdAt: 1,
    })
    .run();
  const chain = {
    ...owner,
    origin: "root-sample",
    role: "policy",
    callId: "call_1",
    prefix: "",
    terminal: "boxed",
    rule: "boxed: exact-value",
    tokens: 4,
  } as const;
  db.insert(chains)
    .values([
      { ...chain, id: "right", sampleIndex: 1, steps: ["a\n", "b"], verdict: "correct", position: 0 },
      { ...chain, id: "wrong", sampleIndex: 0, steps: ["c"], verdict: "incorrect", position: 1 },
    ])
    .run();
  db.insert(corrections)
    .values({
      runId,
      problemId,
      id: "correction_1",
      wrongChainId: "wrong",
      callId: "call_1",
      sampleIndex: 1,
      reply: "r",
      accepted: false,
      refusedBy: "still-wrong",
      position: 0,
    })
    .run();
  db.insert(pairs)
    .values({
      ...owner,
      id: "pair_1",
      level: "solution",
      prefix: "",
      prefixSteps: 0,
      chosen: "a\nb",
      rejected: "c",
      chosenChainId: "right",
      rejectedChainId: "wrong",
      qChosen: 1,
      qRejected: 0,
      margin: 1,
      rollouts: 2,
      similarity: 0.1,
      rejectedTruncated: false,
      position: 0,
      createdAt: 2,
    })
    .run();
  db.insert(pairDrops)
    .values([
      { ...owner, rule: "margin", count: 2 },
      { ...owner, rule: "cap", count: 5 },
    ])
    .run();
}

beforeEach(() => {
  db = openTestDatabase().db;
  const seeded = seedForRuns(db, { problems: 3 });
  runId = launchRun({ db, clock: systemClock }, launchRunSchema.parse(smallLaunch(seeded, 3))).id;
  order = db
    .select({ id: runProblems.problemId })
    .from(runProblems)
    .where(eq(runProblems.runId, runId))
    .orderBy(runProblems.position)
    .all()
    .map((row) => row.id);
  addLineage(order[1] ?? "");
});

describe("the way from any row to its neighbours", () => {
  it("a problem names the ones before and after it in the run, and none beyond its ends", () => {
    const neighbours = order.map((problemId) => problemDetail(db, { runId, problemId }).neighbours);
    expect(neighbours.map(({ previous }) => previous?.problemId ?? null)).toEqual([null, order[0], order[1]]);
    expect(neighbours.map(({ next }) => next?.problemId ?? null)).toEqual([order[1], order[2], null]);
  });

  it("a problem has its own dropped candidates, the commonest rule first, and the names of its models", () => {
    const detail = problemDetail(db, { runId, problemId: order[1] ?? "" });
    expect(detail.drops.map(({ rule, count }) => [rule, count])).toEqual([
      ["cap", 5],
      ["margin", 2],
    ]);
    expect(detail.modelNames).toEqual({ model_policy: "Scripted policy" });
    expect(problemDetail(db, { runId, problemId: order[0] ?? "" }).drops).toEqual([]);
  });

  it("a call leads to what became of each sample, to its problem and to the run with its seed", () => {
    const call = callDetail(db, "call_1");
    expect(call.chains.map(({ id, sampleIndex, stepCount }) => [id, sampleIndex, stepCount])).toEqual([
      ["wrong", 0, 1],
      ["right", 1, 2],
    ]);
    expect(call.corrections.map(({ id, sampleIndex }) => [id, sampleIndex])).toEqual([["correction_1", 1]]);
    expect(call.owners?.problem.id).toBe(order[1]);
    expect(call.owners?.run.launch.seed).toBe(1);
    expect(call.modelName).toBe("Scripted policy");
  });

  it("a page of pairs brings both chains and how many pairs each stage has", () => {
    const page = readPairs(db, { runId, stage: null, page: 1, pageSize: 10 });
    expect(page.items.map((item) => [item.chosenChain?.id, item.rejectedChain?.id])).toEqual([
      ["right", "wrong"],
    ]);
    expect(page.stages.map(({ total }) => total)).toEqual([1, 0, 0]);
  });
});
