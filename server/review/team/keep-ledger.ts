import { setImmediate } from "node:timers/promises";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Ledger, Unit } from "./ledger";
import {
  lastItem,
  newestAct,
  standingOf,
  standingWithin,
  touchedItems,
  type StandingRow,
} from "./ledger.repo";
import { unitsOfRows } from "./units-of-rows";

/** Items read at once; between two readings others have their turn. */
const CHUNK = 500;
/** After so long it is made anew: what the log of acts does not tell (a run removed, a judge's opinion) is in it then. */
const REBUILD_MS = 10 * 60_000;

interface Kept {
  readonly units: Map<number, readonly Unit[]>;
  /** The newest act that it knows. */
  readonly cursor: number;
  readonly builtAt: number;
}

const kept = new WeakMap<Db, Promise<Kept>>();

/** The decisions that stand now; the same map at each call, brought up to date. */
export async function ledgerOf({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<Ledger> {
  const before = kept.get(db);
  const next = (before ?? Promise.resolve(null)).then(async (last) =>
    last === null || clock.now() - last.builtAt > REBUILD_MS ? build(db, clock.now()) : refresh(db, last),
  );
  kept.set(db, next);
  try {
    return (await next).units;
  } catch (error) {
    // The next look starts afresh instead of failing for ever.
    if (kept.get(db) === next) kept.delete(db);
    throw error;
  }
}

async function build(db: Db, now: number): Promise<Kept> {
  // The cursor first: what happens while the rows are read is read again.
  const cursor = newestAct(db);
  const last = lastItem(db);
  const units = new Map<number, readonly Unit[]>();
  for (let from = 0; from <= last; from += CHUNK) {
    for (const [number, found] of unitsOfRows(standingWithin(db, { from, before: from + CHUNK }))) {
      units.set(number, found);
    }
    await setImmediate();
  }
  return refresh(db, { units, cursor, builtAt: now });
}

async function refresh(db: Db, last: Kept): Promise<Kept> {
  const cursor = newestAct(db);
  if (cursor === last.cursor) return last;
  const numbers = touchedItems(db, { since: last.cursor, until: cursor });
  const rows: StandingRow[][] = [];
  for (let start = 0; start < numbers.length; start += CHUNK) {
    rows.push(standingOf(db, numbers.slice(start, start + CHUNK)));
    if (start + CHUNK < numbers.length) await setImmediate();
  }
  // At once, so that nobody sees half of a bulk act.
  for (const number of numbers) last.units.delete(number);
  for (const [number, found] of unitsOfRows(rows.flat())) last.units.set(number, found);
  return { ...last, cursor };
}
