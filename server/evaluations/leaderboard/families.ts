import type { BoardModel } from "./board-view";
import type { LineageModel } from "./leaderboard.repo";

/**
 * Every model with its family, in an order in which each stands right after its ancestors: a base, then round 1, 2 ... of each
 * line. A parent that is not there, or a circle of parents, makes a model a base of its own.
 */
export function familyOrder(models: readonly LineageModel[]): BoardModel[] {
  const byId = new Map(models.map((model) => [model.id, model]));
  const children = new Map<string, LineageModel[]>();
  const bases: LineageModel[] = [];
  for (const model of models) {
    const parent = isRooted(model, byId) ? model.parentModelId : null;
    if (parent === null) bases.push(model);
    else children.set(parent, [...(children.get(parent) ?? []), model]);
  }
  const ordered: BoardModel[] = [];
  for (const base of bases) {
    const walk: { model: LineageModel; ancestors: BoardModel["ancestors"] }[] = [
      { model: base, ancestors: [] },
    ];
    for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
      const { model, ancestors } = at;
      const { id, name, round } = model;
      ordered.push({ id, name, round, ancestors, familyId: base.id, familyName: base.name });
      const below = (children.get(id) ?? []).toSorted((a, b) => (a.round ?? 0) - (b.round ?? 0));
      const line = [...ancestors, { id, round }];
      walk.push(...below.map((child) => ({ model: child, ancestors: line })).toReversed());
    }
  }
  return ordered;
}

/** Whether its parents lead to a base that is there. */
function isRooted(model: LineageModel, byId: ReadonlyMap<string, LineageModel>): boolean {
  const seen = new Set([model.id]);
  for (let at = model; at.parentModelId !== null;) {
    const parent = byId.get(at.parentModelId);
    if (parent === undefined) return at !== model;
    if (seen.has(parent.id)) return false;
    seen.add(parent.id);
    at = parent;
  }
  return true;
}
