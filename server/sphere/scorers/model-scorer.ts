import type { ProcessScorer, StepValue } from "./scorer";

/** Values in [0, 1] of the last steps of several partial solutions; null where the model cannot tell. */
export type ModelValues = (prefixes: readonly (readonly string[])[]) => Promise<readonly (number | null)[]>;

export interface ScorerModel {
  readonly kind: "prm" | "judge";
  readonly values: ModelValues;
}

/** A scorer that believes its model. All groups are asked in one batch. */
export function modelScorer(model: ScorerModel): ProcessScorer {
  const { kind } = model;
  return {
    async score(groups) {
      const told = await model.values(groups.flatMap((siblings) => siblings.map(({ steps }) => steps)));
      const values = told.map((value): StepValue | null =>
        value === null ? null : { value, kind, model: value, rollouts: 0 },
      );
      let end = 0;
      return groups.map((siblings) => values.slice(end, (end += siblings.length)));
    },
  };
}
