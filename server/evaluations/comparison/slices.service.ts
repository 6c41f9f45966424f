import type { Db } from "@/db/client";
import { problemsOf } from "./comparison.repo";
import type { CompareBenchmarkInput } from "./comparison.schema";
import type { ComparedSlice } from "./comparison-view";
import { readPair, resamplingOf } from "./read-pair";
import { requirePair } from "./require-pair";
import { slicesOf } from "./slices";

/** No claim stands on a slice: fewer rounds than the figures of the whole are enough to draw it. */
const ROUNDS = 2_000;

/** A benchmark's items by level and by subject, for looking. */
export function compareSlices(db: Db, input: CompareBenchmarkInput): ComparedSlice[] {
  const { pair } = requirePair(db, input);
  return slicesOf(readPair(db, pair), problemsOf(db, pair.a.id), {
    ...resamplingOf(pair, input.pass),
    rounds: ROUNDS,
  });
}
