import { agreements, cohenKappa, type Table } from "@/server/statistics";
import type { Confusion } from "./figures";
import { isReading, placeOf, type Unit, type Vote } from "./ledger";
import { share } from "./share";
import { ANSWERS } from "./team.schema";

/** As many pairs of people as are sent: those with the most items in common. */
const MOST_PAIRS = 100;

/** What each two people said of the same items. */
export function confusionsOf(
  units: readonly Unit[],
  names: ReadonlyMap<string, string>,
): { readonly shown: Confusion[]; readonly total: number } {
  const found = new Map<string, Map<string, number[][]>>();
  for (const { votes } of units) {
    const readings = votes.filter((vote) => isReading(vote));
    for (const a of readings) {
      for (const b of readings) {
        if (a.userId < b.userId) count(tableOf(found, a.userId, b.userId), a, b);
      }
    }
  }
  const pairs = [...found].flatMap(([first, others]) =>
    [...others].map(([second, table]) => ({ first, second, table, items: agreements(table).total })),
  );
  const shown = pairs
    .toSorted((a, b) => b.items - a.items)
    .slice(0, MOST_PAIRS)
    .map(({ first, second, table }) =>
      figures({ first: names.get(first) ?? first, second: names.get(second) ?? second }, table),
    );
  return { shown, total: pairs.length };
}

/** What one person said against what all others said of the same items. */
export function confusionOfOne(units: readonly Unit[], userId: string): Confusion {
  const table = emptyTable();
  for (const { votes } of units) {
    const own = votes.find((vote) => vote.userId === userId);
    if (own === undefined || !isReading(own)) continue;
    for (const vote of votes) if (vote !== own && isReading(vote)) count(table, own, vote);
  }
  return figures(null, table);
}

function figures(between: Confusion["between"], table: Table): Confusion {
  const { same, total } = agreements(table);
  const { value, interval, reason } = cohenKappa(table);
  const kappa = value === null ? { value, interval, reason } : { value, interval, reason: null };
  return { between, table, same: share(same, total), kappa };
}

const emptyTable = (): number[][] => ANSWERS.map(() => ANSWERS.map(() => 0));

function tableOf(found: Map<string, Map<string, number[][]>>, first: string, second: string): number[][] {
  const others = found.get(first) ?? new Map<string, number[][]>();
  found.set(first, others);
  const table = others.get(second) ?? emptyTable();
  others.set(second, table);
  return table;
}

function count(table: number[][], one: Vote, other: Vote): void {
  const row = table[placeOf(one)];
  const column = placeOf(other);
  if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
}
