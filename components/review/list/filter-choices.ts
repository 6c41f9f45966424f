import type { FilterNames } from "./active-filters";

export interface NamedChoice {
  readonly value: string;
  readonly label: string;
}

/** What the filter bar offers beside what the schema itself names. */
export interface FilterChoices {
  readonly runs: readonly NamedChoice[];
  readonly levels: readonly NamedChoice[];
  readonly subjects: readonly NamedChoice[];
  readonly annotators: readonly NamedChoice[];
  readonly reasons: readonly NamedChoice[];
}

export const NO_CHOICES: FilterChoices = { runs: [], levels: [], subjects: [], annotators: [], reasons: [] };

/** Names by id; an id that is no choice (any more) stands for itself. */
export function namesOf(choices: FilterChoices): FilterNames {
  return {
    run: labelIn(choices.runs),
    person: labelIn(choices.annotators),
    reason: labelIn(choices.reasons),
  };
}

function labelIn(list: readonly NamedChoice[]): (value: string) => string {
  return (value) => list.find((choice) => choice.value === value)?.label ?? value;
}
