import type { TeamFigures } from "./figures";
import { isReading, type Unit } from "./ledger";

/** How often each reason was given, the commonest first. */
export function reasonsOf(
  units: readonly Unit[],
  viewerId: string,
  labels: ReadonlyMap<string, string>,
): TeamFigures["reasons"] {
  const found = new Map<string, { whole: number; mine: number }>();
  for (const { votes } of units) {
    for (const vote of votes) {
      if (!isReading(vote)) continue;
      for (const code of vote.reasons) {
        const count = found.get(code) ?? { whole: 0, mine: 0 };
        found.set(code, count);
        count.whole += 1;
        if (vote.userId === viewerId) count.mine += 1;
      }
    }
  }
  return Array.from(found, ([code, count]) => ({ code, label: labels.get(code) ?? code, ...count })).toSorted(
    (a, b) => b.whole - a.whole || a.code.localeCompare(b.code),
  );
}
