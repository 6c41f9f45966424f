import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Db } from "@/db/client";
import { evaluationCalls, evaluationItems, evaluations } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { mcnemarExact } from "@/server/statistics";
import { insertBenchmark, insertModel } from "../testing/insert-benchmark";
import { insertEvaluated } from "../testing/insert-evaluation";
import { scoreEvaluation } from "../work/score-evaluation";
import { exportEvaluation } from "./export-evaluation";

const run = promisify(execFile);
const SCRIPT = path.join(import.meta.dirname, "..", "recompute.py");

let folder = "";
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-export-test-"));
});
afterEach(async () => {
  await fs.rm(folder, { recursive: true });
});

const isRight = (shift: number, item: number, sample = 0): boolean => (item * 7 + sample * 3 + shift) % 5 < 2;

/** An evaluation of 24 items whose last item failed in the sampled pass, with some answers cut off. */
function planted(db: Db, model: string, shift: number): string {
  const modelId = insertModel(db, { id: `model-${model}`, name: model });
  const evaluationId = insertEvaluated(db, {
    modelId,
    benchmarkId: insertedBenchmark(db),
    protocol: { greedy: true, sampled: { samples: 4, temperature: 0.7, topP: 0.95 } },
    right: (item, _pass, sample) => isRight(shift, item, sample),
    tokens: (item, _pass, sample) => 40 + item * 3 + sample,
  });
  const items = db.select().from(evaluationItems).where(eq(evaluationItems.evaluationId, evaluationId)).all();
  const failing = items.at(-1)?.problemId ?? "";
  const [cutOff, failed] = db
    .select()
    .from(evaluationCalls)
    .where(eq(evaluationCalls.evaluationId, evaluationId))
    .all()
    .filter(({ pass, problemId }) => pass === "sampled" || problemId === failing)
    .filter(({ pass, problemId }, at) => at === 0 || (pass === "sampled" && problemId === failing));
  if (cutOff === undefined || failed === undefined) throw new Error("no calls");
  const truncated = cutOff.samples.map((sample) => ({ ...sample, finish: "length" as const }));
  db.update(evaluationCalls).set({ samples: truncated }).where(eq(evaluationCalls.id, cutOff.id)).run();
  db.delete(evaluationCalls).where(eq(evaluationCalls.id, failed.id)).run();
  const { id, ...lost } = failed;
  db.insert(evaluationCalls)
    .values({
      id: `${id}-failed`,
      ...lost,
      status: "failed",
      samples: [],
      errorKind: "rejected",
      errorMessage: "too long",
    })
    .run();
  db.update(evaluationItems).set({ status: "failed" }).where(eq(evaluationItems.problemId, failing)).run();
  scoreEvaluation(db, evaluationId, { graderVersion: graderOf(db, evaluationId), now: 1 });
  return evaluationId;
}

let benchmark: { readonly db: Db; readonly id: string } | null = null;
function insertedBenchmark(db: Db): string {
  if (benchmark?.db !== db) benchmark = { db, id: insertBenchmark(db, { name: "sums", items: 24 }) };
  return benchmark.id;
}

function graderOf(db: Db, evaluationId: string): string {
  const row = db.select().from(evaluations).where(eq(evaluations.id, evaluationId)).get();
  return row?.graderVersion ?? "";
}

async function write(name: string, lines: Iterable<string>): Promise<string> {
  const file = path.join(folder, name);
  await fs.writeFile(file, [...lines].join(""));
  return file;
}

async function recompute(...files: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await run("python3", [SCRIPT, ...files])) };
  } catch (error) {
    return z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(error);
  }
}

describe("the file of an evaluation", () => {
  it("begins with the evaluation, then has every answer and failed call in the order of the items", () => {
    const { db } = openTestDatabase();
    const evaluationId = planted(db, "one", 0);
    const [head, ...rows] = [...exportEvaluation(db, evaluationId)].map((line): unknown => JSON.parse(line));
    expect(head).toMatchObject({
      type: "evaluation",
      id: evaluationId,
      benchmark: { name: "sums", source: "sums.jsonl", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      subset: { items: 24, of: 24, seed: null },
      protocol: { greedy: true, sampled: { samples: 4 } },
      score: { items: 24, failed: 1, greedy: { samples: 1 }, sampled: { samples: 4 } },
    });
    const told = z
      .array(
        z.object({ type: z.string(), position: z.number(), pass: z.string(), number: z.number().optional() }),
      )
      .parse(rows);
    expect(told.map(({ position }) => position)).toEqual(
      told.map(({ position }) => position).toSorted((a, b) => a - b),
    );
    expect(told.slice(0, 5).map(({ pass, number }) => `${pass} ${String(number)}`)).toEqual([
      "greedy 0",
      "sampled 0",
      "sampled 1",
      "sampled 2",
      "sampled 3",
    ]);
    expect(told).toHaveLength(23 * 5 + 2);
    expect(rows.at(-1)).toMatchObject({
      type: "failed-call",
      itemStatus: "failed",
      samplesWanted: 4,
      errorMessage: "too long",
    });
  });
});

describe("recompute.py", () => {
  it("finds the numbers that the app shows", async () => {
    const { db } = openTestDatabase();
    const file = await write("one.jsonl", exportEvaluation(db, planted(db, "one", 0)));
    const { code, stdout, stderr } = await recompute(file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      evaluations: [
        { model: "one", numbers: { items: 24, failed: 1, sampled: { answers: 96 } }, differs: [] },
      ],
      comparison: null,
    });
  });

  it.each([
    ["greedy.score.low", /"low":[\d.]+/, '"low":0.015625'],
    ["sampled.passAtK[1].value", /"value":[\d.]+(?=[^{}]*"k":2\b)/, '"value":0.015625'],
    ["settled", /"settled":0/, '"settled":1'],
    ["sampled.meanTokens", /(?<="answers":96.*)"meanTokens":[\d.]+/, '"meanTokens":1'],
  ])("says that %s was spoiled", async (place, shown, spoiled) => {
    const { db } = openTestDatabase();
    const [head = "", ...rows] = exportEvaluation(db, planted(db, "one", 0));
    const { code, stderr } = await recompute(
      await write("spoiled.jsonl", [head.replace(shown, spoiled), ...rows]),
    );
    expect(code).toBe(1);
    expect(stderr).toContain(`${place}: recomputed`);
  });

  it("says that an answer was spoiled", async () => {
    const { db } = openTestDatabase();
    const lines = [...exportEvaluation(db, planted(db, "one", 0))];
    const at = lines.findIndex((line) => line.includes('"correct":true'));
    const spoiled = lines.with(at, (lines[at] ?? "").replace('"correct":true', '"correct":false'));
    const { code, stderr } = await recompute(await write("spoiled.jsonl", spoiled));
    expect(code).toBe(1);
    expect(stderr).toContain("correct: recomputed");
  });

  it("counts the four outcomes of two, with the exact test", async () => {
    const { db } = openTestDatabase();
    const files = [
      await write("one.jsonl", exportEvaluation(db, planted(db, "one", 0))),
      await write("two.jsonl", exportEvaluation(db, planted(db, "two", 1))),
    ];
    const { code, stdout } = await recompute(...files);
    expect(code).toBe(0);
    const { comparison } = z
      .object({
        comparison: z.object({
          items: z.number(),
          onlyFirst: z.number(),
          onlySecond: z.number(),
          mcnemarP: z.number(),
        }),
      })
      .parse(JSON.parse(stdout));
    const items = Array.from({ length: 24 }, (_, item) => item);
    const onlyFirst = items.filter((item) => isRight(0, item) && !isRight(1, item)).length;
    const onlySecond = items.filter((item) => !isRight(0, item) && isRight(1, item)).length;
    expect(comparison).toMatchObject({ items: 24, onlyFirst, onlySecond });
    expect(comparison.mcnemarP).toBeCloseTo(mcnemarExact(onlyFirst, onlySecond), 12);
  });

  it("refuses what is no export", async () => {
    expect(await recompute(await write("other.jsonl", ['{"type":"pair"}\n']))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no evaluation"),
    });
  });
});
