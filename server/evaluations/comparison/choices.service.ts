import type { Db } from "@/db/client";
import { baseOf, descendantsOf } from "@/server/models/lineage";
import { allModels, evaluatedModels } from "./comparison.repo";
import type { CompareChoice } from "./comparison-view";

/** Every model with a finished evaluation, by name. */
export function compareChoices(db: Db): CompareChoice[] {
  const models = allModels(db);
  const evaluated = evaluatedModels(db);
  return models
    .flatMap((model): CompareChoice[] => {
      const benchmarks = evaluated.get(model.id);
      if (benchmarks === undefined) return [];
      return [
        {
          id: model.id,
          name: model.name,
          round: model.round,
          familyName: baseOf(models, model.id)?.name ?? model.name,
          benchmarks,
          descendants: descendantsOf(models, model.id).filter(({ id }) => evaluated.has(id)).length,
        },
      ];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}
