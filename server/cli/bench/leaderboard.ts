import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase, type Db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { seededRng } from "@/server/foundation/rng";
import { boardFilterSchema } from "@/server/evaluations/leaderboard/leaderboard.schema";
import { readCurves, readLeaderboard } from "@/server/evaluations/leaderboard/leaderboard.service";
import { insertBenchmark, insertModel } from "@/server/evaluations/testing/insert-benchmark";
import { insertEvaluated } from "@/server/evaluations/testing/insert-evaluation";
import { spreadOf, type Spread } from "./spread";

/** Names and sizes of the five benchmarks; the items are sums. */
const BENCHMARKS = [
  { name: "GSM8K test", source: "gsm8k-test.jsonl", items: 1319, samples: 4 },
  { name: "MATH-500", source: "math500.jsonl", items: 500, samples: 4 },
  { name: "AIME 2024", source: "aime24.jsonl", items: 30, samples: 32 },
  { name: "AMC 2023", source: "amc23.jsonl", items: 40, samples: 32 },
  { name: "OlympiadBench", source: "olympiadbench.jsonl", items: 675, samples: 4 },
] as const;

/** A base and its rounds. */
const FAMILY = 4;
const REPEATS = 30;
/** The intervals of a bench are for nobody: few rounds fill the tables sooner. */
const ROUNDS = 20;

export interface LeaderboardFigures {
  readonly models: number;
  readonly evaluations: number;
  readonly fillSeconds: number;
  /** Milliseconds of the query behind the page, by what it asks for. */
  readonly queries: readonly { readonly name: string; readonly spread: Spread }[];
  /** What the page receives of the first of them. */
  readonly kilobytes: number;
}

/**
 * The leaderboard with many models on five benchmarks, each a finished evaluation with greedy answers and samples, and every
 * twentieth of them over a part that stands apart.
 * @param home the data folder to fill, for a look at the page; else one that is removed
 */
export function benchLeaderboard(models: number, home?: string): LeaderboardFigures {
  const folder = home ?? fs.mkdtempSync(path.join(os.tmpdir(), "sphere-leaderboard-"));
  fs.mkdirSync(folder, { recursive: true });
  const connection = openDatabase(path.join(folder, "sphere.db"));
  try {
    migrateDatabase(connection);
    const started = performance.now();
    const { benchmarkIds, evaluations } = fillLeaderboard(connection.db, models);
    const fillSeconds = (performance.now() - started) / 1000;
    return { models, evaluations, fillSeconds, ...measureQueries(connection.db, benchmarkIds) };
  } finally {
    connection.sqlite.close();
    if (home === undefined) fs.rmSync(folder, { recursive: true });
  }
}

function fillLeaderboard(db: Db, models: number) {
  const benchmarks = BENCHMARKS.map((benchmark) => ({ ...benchmark, id: insertBenchmark(db, benchmark) }));
  const rng = seededRng("leaderboard");
  let evaluations = 0;
  for (let number = 0; number < models; number++) {
    const [family, round] = [Math.floor(number / FAMILY), number % FAMILY];
    const id = `bench-${String(family)}-${String(round)}`;
    insertModel(db, {
      id,
      name: round === 0 ? `Base ${String(family)}` : `Base ${String(family)}, round ${String(round)}`,
      ...(round === 0 ? {} : { parentModelId: `bench-${String(family)}-${String(round - 1)}`, round }),
    });
    const able = 0.1 + 0.5 * rng() + 0.05 * round;
    for (const { id: benchmarkId, items, samples } of benchmarks) {
      evaluations += 1;
      insertEvaluated(db, {
        modelId: id,
        benchmarkId,
        items: evaluations % 20 === 0 ? Math.ceil(items / 5) : null,
        protocol: { sampled: { samples, temperature: 0.7, topP: 0.95 } },
        createdAt: evaluations,
        right: () => rng() < able,
        tokens: () => 100 + Math.floor(rng() * 200 * (1 + able)),
        rounds: ROUNDS,
        answers: false,
      });
    }
  }
  return { benchmarkIds: benchmarks.map(({ id }) => id), evaluations };
}

function measureQueries(db: Db, benchmarkIds: readonly string[]) {
  const asked = [
    ["by name", {}],
    ["by a benchmark", { sort: benchmarkIds[0], flat: true }],
    ["avg@k, mean", { metric: "avg", sort: "mean" }],
    ["text", { text: "round 3" }],
  ] as const;
  const pages = asked.map(([name, filter]) => {
    const parsed = boardFilterSchema.parse(filter);
    return { name, spread: timed(() => readLeaderboard(db, parsed)) };
  });
  const board = readLeaderboard(db, boardFilterSchema.parse({}));
  const modelIds = board.rows.slice(0, 8).map(({ model }) => model.id);
  const benchmarkId = benchmarkIds[1] ?? "";
  const curves = timed(() => readCurves(db, { benchmarkId, modelIds, groups: [] }));
  const queries = [...pages, { name: "curves of 8", spread: curves }];
  return { queries, kilobytes: JSON.stringify(board).length / 1000 };
}

function timed(work: () => unknown): Spread {
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}
