import type { IntervalRow } from "@/components/charts";
import type { PersonFigures, Share, TeamFigures } from "@/server/review/team/figures";
import { shareRow } from "./team-words";

/** One share of all together, and of each person that the viewer may see and who has any. */
export function personRows(
  { whole, people }: TeamFigures,
  shareOf: (figures: PersonFigures) => Share,
  againstOf: (figures: PersonFigures) => number | null = () => null,
): IntervalRow[] {
  const row = (figures: PersonFigures, key: string, label: string): IntervalRow =>
    shareRow(shareOf(figures), { key, label, against: againstOf(figures) });
  return [
    row(whole, "all", "all together"),
    ...people
      .filter((person) => shareOf(person).total > 0)
      .map((person, index) => row(person, String(index), person.name ?? "you")),
  ];
}
