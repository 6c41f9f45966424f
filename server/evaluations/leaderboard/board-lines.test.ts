import { expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { insertBenchmark, insertModel } from "@/server/evaluations/testing/insert-benchmark";
import { insertEvaluated } from "@/server/evaluations/testing/insert-evaluation";
import { boardLines } from "./board-lines";
import { boardFilterSchema } from "./leaderboard.schema";
import { readLeaderboard } from "./leaderboard.service";

it("every number is a line: ranked, at work, or apart with what differs", () => {
  const { db } = openTestDatabase();
  const benchmarkId = insertBenchmark(db, { name: "Sums", items: 20 });
  const seed = (modelId: string, right: number, change: object = {}) =>
    insertEvaluated(db, { modelId, benchmarkId, right: (item) => item < right, answers: false, ...change });
  for (const id of ["a", "b"]) insertModel(db, { id, name: `Model ${id}` });
  seed("a", 10);
  seed("a", 4, { name: "part", items: 8, protocol: { maxTokens: 64, seed: 3 } });
  seed("b", 2, { status: "paused", itemsDone: 4 });
  const lines = boardLines(readLeaderboard(db, boardFilterSchema.parse({})));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatchObject({
    model: "Model a",
    score: 0.5,
    ranked: "yes",
    differs_in: "",
    part_seed: null,
  });
  expect(lines[1]).toMatchObject({
    ranked: "no",
    differs_in: "items max-tokens",
    part_items: 8,
    part_seed: 3,
  });
  expect(lines[2]).toMatchObject({ model: "Model b", ranked: "not yet", status: "paused", items: 4 });
});
