import { formatCount } from "@/components/ui/format";
import type { CompareChoice, ComparedModel } from "@/server/evaluations/comparison/comparison-view";
import { FAMILY } from "./compare-search";

/** One line of a picker. */
export interface SubjectOption {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** In small letters: what typing looks through. */
  readonly search: string;
}

/** The models that may stand on a side. */
export function modelOptions(choices: readonly CompareChoice[]): SubjectOption[] {
  return choices.map(({ id, name, round, familyName, benchmarks }) => {
    const note = [
      ...(round === null ? [] : [`round ${String(round)} of ${familyName}`]),
      formatCount(benchmarks, "benchmark"),
    ].join(", ");
    return option({ id, name, note });
  });
}

/** The same for B, with all that descends from A first, where there is any. */
export function optionsForB(choices: readonly CompareChoice[], a: string): SubjectOption[] {
  const base = choices.find(({ id }) => id === a);
  const family =
    base === undefined || base.descendants === 0
      ? []
      : [
          option({
            id: FAMILY,
            name: `All checkpoints trained from ${base.name}`,
            note: formatCount(base.descendants, "evaluated checkpoint"),
          }),
        ];
  return [...family, ...modelOptions(choices.filter(({ id }) => id !== a))];
}

/** With one more for a side that the address names by an evaluation. */
export function withEvaluation(
  options: readonly SubjectOption[],
  value: string,
  model: ComparedModel | undefined,
): SubjectOption[] {
  if (model === undefined || value === "" || options.some(({ id }) => id === value)) return [...options];
  return [option({ id: value, name: model.name, note: "this evaluation alone" }), ...options];
}

function option({ id, name, note }: Omit<SubjectOption, "search">): SubjectOption {
  return { id, name, note, search: `${name} ${note}`.toLocaleLowerCase("en") };
}
