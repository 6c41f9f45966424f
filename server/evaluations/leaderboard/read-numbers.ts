import { z } from "zod";
import { protocolSchema, type PassName, type Protocol } from "../evaluations.schema";
import { passKey, type KeyedEvaluation } from "../pass-key";
import { figureSchema } from "../score.schema";
import type { BoardNumber } from "./board-view";
import type { BoardEvaluation } from "./leaderboard.repo";
import type { BoardMetric } from "./leaderboard.schema";

/** A number with what it is keyed by. */
export interface KeyedNumber {
  readonly modelId: string;
  readonly benchmarkId: string;
  readonly number: BoardNumber;
  readonly keyed: KeyedEvaluation;
}

/** As `readBoard` asks for it. */
const figuresSchema = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  figureSchema.nullable(),
  z.number().nullable(),
  z.number().nullable(),
  figureSchema.nullable(),
]);

export function passOf(metric: BoardMetric): PassName {
  return metric === "greedy" ? "greedy" : "sampled";
}

/** Evaluations that have a number under the metric, or will have one once they are further. */
export function readNumbers(rows: readonly BoardEvaluation[], metric: BoardMetric): KeyedNumber[] {
  const pass = passOf(metric);
  const protocols = new Map<string, Protocol>();
  const keys = new Map<string, string | null>();
  return rows.flatMap((row) => {
    const protocol = remembered(protocols, row.protocol, () =>
      protocolSchema.parse(JSON.parse(row.protocol)),
    );
    const keyed = { protocol, itemsSha256: row.itemsSha256, scoredWith: row.scoredWith ?? row.launchGrader };
    const key = remembered(keys, `${keyed.scoredWith} ${keyed.itemsSha256} ${row.protocol}`, () =>
      passKey(keyed, pass),
    );
    const figures = row.figures === null ? null : figuresSchema.parse(JSON.parse(row.figures));
    if (key === null || (row.status === "finished" && (figures?.[4] ?? null) === null)) return [];
    return [
      { modelId: row.modelId, benchmarkId: row.benchmarkId, keyed, number: numberOf(row, key, figures) },
    ];
  });
}

function numberOf(
  row: BoardEvaluation,
  key: string,
  figures: z.infer<typeof figuresSchema> | null,
): BoardNumber {
  const [items, leftOut, failed, settled, figure, samples, meanTokens, tokens] = figures ?? [
    0,
    0,
    0,
    0,
    null,
    null,
    null,
    null,
  ];
  return {
    evaluationId: row.id,
    status: row.status,
    key,
    figure: figure === null ? null : { value: figure.value, low: figure.low, high: figure.high },
    k: samples ?? 1,
    subset: { items: row.itemCount, of: row.benchmarkSize, seed: row.subsetSeed },
    items,
    itemsDone: row.itemsDone,
    leftOut,
    failed,
    settled,
    tokens: tokens ?? (meanTokens === null ? null : { value: meanTokens, low: null, high: null }),
    createdAt: row.createdAt,
  };
}

function remembered<T>(seen: Map<string, T>, key: string, make: () => T): T {
  const known = seen.get(key);
  if (known !== undefined) return known;
  const made = make();
  seen.set(key, made);
  return made;
}
