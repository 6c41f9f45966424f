import { asc, count, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems } from "@/db/schema";
import { seededRng, shuffled } from "@/server/foundation/rng";
import { itemsSha256 } from "@/server/problems/set-fingerprint";

/** Which problems of a benchmark an evaluation takes. */
export interface ChosenItems {
  /** In the benchmark's order. */
  readonly problemIds: readonly string[];
  /** Problems of the benchmark. */
  readonly of: number;
  /** Null where all were taken. */
  readonly seed: number | null;
  /** Fingerprint of those taken, in order. */
  readonly itemsSha256: string;
}

/**
 * The problems that an evaluation takes: all of them, or `items` by the seed, the same ones for the same seed. A benchmark
 * with no more than `items` is taken whole.
 */
export function chooseItems(
  db: Db,
  { setId, items, seed }: { setId: string; items: number | null; seed: number },
): ChosenItems {
  const ids = idsInOrder(db, setId);
  const isWhole = items === null || items >= ids.length;
  const taken = isWhole
    ? null
    : new Set(shuffled(ids, seededRng(`evaluation/${String(seed)}`)).slice(0, items));
  const problemIds = taken === null ? ids : ids.filter((id) => taken.has(id));
  return {
    problemIds,
    of: ids.length,
    seed: isWhole ? null : seed,
    itemsSha256: itemsSha256(contentsInOrder(db, problemIds)),
  };
}

/** How many items `chooseItems` would take. */
export function countItems(db: Db, { setId, items }: { setId: string; items: number | null }): number {
  const all = db.select({ n: count() }).from(problems).where(eq(problems.setId, setId)).get()?.n ?? 0;
  return Math.min(all, items ?? all);
}

function idsInOrder(db: Db, setId: string): string[] {
  return db
    .select({ id: problems.id })
    .from(problems)
    .where(eq(problems.setId, setId))
    .orderBy(asc(problems.position))
    .all()
    .map(({ id }) => id);
}

/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 1_000;

function* contentsInOrder(db: Db, ids: readonly string[]) {
  const { externalId, statement, answer } = problems;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    yield* db
      .select({ externalId, statement, answer })
      .from(problems)
      .where(inArray(problems.id, ids.slice(at, at + AT_ONCE)))
      .orderBy(asc(problems.position))
      .all();
  }
}
