import { KNOWN_FILES } from "@/server/problems/known-files";
import type { BoardCell, BoardColumn, BoardNumber } from "./board-view";
import { grouped } from "@/server/foundation/grouped";
import { groupsOf } from "./groups";
import type { BoardMetric } from "./leaderboard.schema";
import type { KeyedNumber } from "./read-numbers";
import { standingsOf } from "./standing";

interface Benchmark {
  readonly id: string;
  readonly name: string;
  readonly items: number;
}

const KNOWN = KNOWN_FILES.filter(({ kind }) => kind === "benchmark").map(({ name }) => name);

/** The benchmarks of the field in their fixed order, then a person's own by name. */
export function inColumnOrder(benchmarks: readonly Benchmark[]): Benchmark[] {
  const place = ({ name }: Benchmark): number => {
    const at = KNOWN.indexOf(name);
    return at === -1 ? KNOWN.length : at;
  };
  return benchmarks.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, "en"));
}

/** Whether its column is there even before anything was measured. */
export function isKnownBenchmark({ name }: Benchmark): boolean {
  return KNOWN.includes(name);
}

export interface FilledColumn {
  readonly column: BoardColumn;
  /** By model. */
  readonly cells: ReadonlyMap<string, BoardCell>;
}

/** One benchmark's numbers, the newest first, as a column: what is ranked, what stands apart, what the order says. */
export function fillColumn(
  benchmark: Benchmark,
  numbers: readonly KeyedNumber[],
  asked: { readonly metric: BoardMetric; readonly chosen: readonly string[] },
): FilledColumn {
  const groups = groupsOf(numbers, asked);
  const parts = new Map(groups.map((group) => [group.key, group.parts]));
  const rankedKey = groups[0]?.key;
  const byModel = grouped(numbers, ({ modelId }) => modelId);
  const plain = [...byModel].map(([modelId, own]) => {
    const byKey = grouped(
      own.map(({ number }) => number),
      ({ key }) => key,
    );
    const same = rankedKey === undefined ? [] : (byKey.get(rankedKey) ?? []);
    const apart = [...byKey].flatMap(([key, others]) => {
      const number = newest(others);
      return key === rankedKey || number === null ? [] : [{ number, parts: parts.get(key) ?? [] }];
    });
    return { modelId, ranked: newest(same), others: Math.max(0, same.length - 1), apart };
  });
  const { verdict, standings } = standingsOf(
    plain.flatMap(({ modelId, ranked }) =>
      ranked?.status === "finished" && ranked.figure !== null
        ? [{ modelId, ...ranked.figure, items: ranked.items }]
        : [],
    ),
  );
  return {
    column: { benchmark, groups, verdict },
    cells: new Map(
      plain.map(({ modelId, ...cell }) => [
        modelId,
        { ...cell, standing: standings.get(modelId) ?? null } satisfies BoardCell,
      ]),
    ),
  };
}

/** The newest that has finished, else the newest; `numbers` come newest first. */
function newest(numbers: readonly BoardNumber[]): BoardNumber | null {
  return numbers.find(({ status }) => status === "finished") ?? numbers[0] ?? null;
}
