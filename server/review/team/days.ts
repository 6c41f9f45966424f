import type { TeamDay } from "./figures";
import { isReading, type Unit } from "./ledger";

const DAY_MS = 86_400_000;

export interface DaysOptions {
  readonly viewerId: string;
  readonly now: number;
  /** Minutes ahead of UTC. */
  readonly utcOffset: number;
  readonly days: number;
}

/** Decisions that stand, by the day they were made: the last `days` days, today the last; days without any are there. */
export function daysOf(units: readonly Unit[], { viewerId, now, utcOffset, days }: DaysOptions): TeamDay[] {
  const dayOf = (at: number): number => Math.floor((at + utcOffset * 60_000) / DAY_MS);
  const first = dayOf(now) - days + 1;
  const counts = Array.from({ length: days }, () => ({ readings: 0, bulk: 0, mine: 0 }));
  for (const { votes } of units) {
    for (const vote of votes) {
      const count = counts[dayOf(vote.at) - first];
      if (count === undefined) continue;
      if (vote.durationMs === null) count.bulk += 1;
      else if (isReading(vote)) {
        count.readings += 1;
        if (vote.userId === viewerId) count.mine += 1;
      }
    }
  }
  return counts.map((count, index) => ({
    day: new Date((first + index) * DAY_MS).toISOString().slice(0, 10),
    ...count,
  }));
}
