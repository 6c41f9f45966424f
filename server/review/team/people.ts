import type { Verdict } from "../review.schema";
import type { PersonFigures } from "./figures";
import type { Unit } from "./ledger";
import { PersonTally } from "./person-tally";

export interface PeopleOptions {
  /** Right decisions, by item. */
  readonly gold: ReadonlyMap<number, Verdict>;
  /** One person beside the whole; null: everybody. */
  readonly only: string | null;
}

/** Figures of all together, and of each person by their id. */
export function peopleOf(
  units: readonly Unit[],
  { gold, only }: PeopleOptions,
): { readonly whole: PersonFigures; readonly people: ReadonlyMap<string, PersonFigures> } {
  const whole = new PersonTally();
  const tallies = new Map<string, PersonTally>();
  for (const { item, votes } of units) {
    const known = gold.get(item.number) ?? null;
    for (const vote of votes) {
      whole.add(vote, item, known);
      if (only !== null && vote.userId !== only) continue;
      const own = tallies.get(vote.userId) ?? new PersonTally();
      tallies.set(vote.userId, own);
      own.add(vote, item, known);
    }
  }
  return {
    whole: whole.figures(),
    people: new Map(Array.from(tallies, ([userId, tally]) => [userId, tally.figures()])),
  };
}
