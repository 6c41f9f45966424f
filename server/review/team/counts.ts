import type { Counts } from "./figures";
import { isReading, type Unit } from "./ledger";

export function countsOf(units: readonly Unit[]): Counts {
  const people = new Set<string>();
  const items = new Set<number>();
  const counts = { standing: 0, readings: 0, bulk: 0, skipped: 0, adjudicated: 0 };
  for (const { item, votes } of units) {
    items.add(item.number);
    for (const vote of votes) {
      people.add(vote.userId);
      counts.standing += 1;
      if (isReading(vote)) counts.readings += 1;
      else if (vote.adjudication) counts.adjudicated += 1;
      else if (vote.verdict === "skip") counts.skipped += 1;
      else counts.bulk += 1;
    }
  }
  return { ...counts, people: people.size, items: items.size };
}
