import { setImmediate } from "node:timers/promises";
import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { descendantsOf } from "@/server/models/lineage";
import { apartOf, benchmarksOf, corrected, pairAll } from "./compare.service";
import { allModels, evaluatedModels, type ModelFacts } from "./comparison.repo";
import type { CompareFamilyInput } from "./comparison.schema";
import type {
  ApartBenchmark,
  FamilyCell,
  FamilyComparison,
  FamilyRow,
  PairedFigures,
} from "./comparison-view";
import { figuresOf } from "./read-pair";
import { comparedModel } from "./subjects.service";

interface Measured extends PairedFigures {
  readonly modelId: string;
  readonly benchmark: FamilyCell["benchmark"];
  readonly evaluations: FamilyCell["evaluations"];
}

/**
 * A base against each model that descends from it and was evaluated, benchmark by benchmark. Holm's family is all of
 * them: who looks at ten checkpoints finds a lucky one.
 */
export async function compareFamily(
  db: Db,
  { base: baseId, pass }: CompareFamilyInput,
): Promise<FamilyComparison> {
  const models = allModels(db);
  const base = models.find(({ id }) => id === baseId);
  if (base === undefined) {
    throw new AppError("not-found", `There is no model with the id ${baseId}.`, {
      field: "base",
      fix: "Choose one of the list; this one may have been removed.",
    });
  }
  const evaluated = evaluatedModels(db);
  const members = descendantsOf(models, base.id).filter(({ id }) => evaluated.has(id));
  const measured: Measured[] = [];
  const apart = new Map<string, ApartBenchmark[]>();
  for (const model of members) {
    const both = benchmarksOf(db, {
      a: { model: base, pinned: null },
      b: { model, pinned: null },
      models,
      pinnedBenchmarkId: null,
    });
    for (const { benchmark, pairing } of pairAll(both, pass)) {
      if (pairing.kind === "pair") {
        const { a, b } = pairing.pair;
        const figures = figuresOf(db, pairing.pair, pass);
        measured.push({ modelId: model.id, benchmark, evaluations: { a: a.id, b: b.id }, ...figures });
        // A family's bootstraps take seconds in all: other requests come in between.
        await setImmediate();
      } else {
        apart.set(model.id, [...(apart.get(model.id) ?? []), ...apartOf(db, benchmark, pairing)]);
      }
    }
  }
  const tested = corrected(measured);
  const depths = depthsBelow(models, base.id);
  return {
    base: comparedModel(db, models, base),
    pass,
    tests: tested.length,
    rows: members.map((model): FamilyRow => ({
      model: comparedModel(db, models, model),
      depth: depths.get(model.id) ?? 1,
      compared: tested.flatMap(({ modelId, ...cell }) => (modelId === model.id ? [cell] : [])),
      apart: apart.get(model.id) ?? [],
    })),
  };
}

/** Steps from the base to each descendant. */
function depthsBelow(models: readonly ModelFacts[], baseId: string): ReadonlyMap<string, number> {
  const depths = new Map([[baseId, 0]]);
  for (const { id, parentModelId } of descendantsOf(models, baseId)) {
    depths.set(id, (depths.get(parentModelId ?? baseId) ?? 0) + 1);
  }
  return depths;
}
