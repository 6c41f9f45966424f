import type { Model } from "./types";

/** A model in its place on the page. */
interface PlacedModel {
  readonly model: Model;
  /** Parents above it in the list. */
  readonly depth: number;
  /** What its family began with. */
  readonly base: Model;
}

interface Place {
  readonly id: string;
  readonly depth: number;
  readonly baseId: string;
}

/** Models in the order of their families; one whose place is not known yet stands at the end, as a base. */
export function placedModels(models: readonly Model[], families: readonly Place[]): PlacedModel[] {
  const byId = new Map(models.map((model) => [model.id, model]));
  const known = new Set(families.map(({ id }) => id));
  const placed = families.flatMap(({ id, depth, baseId }): PlacedModel[] => {
    const [model, base] = [byId.get(id), byId.get(baseId)];
    return model === undefined || base === undefined ? [] : [{ model, depth, base }];
  });
  const late = models.filter(({ id }) => !known.has(id));
  return [...placed, ...late.map((model) => ({ model, depth: 0, base: model }))];
}
