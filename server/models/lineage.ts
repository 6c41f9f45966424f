import { grouped } from "@/server/foundation/grouped";
import type { ModelRow } from "./models.repo";

/** What a family is told by. */
export type LineageRow = Pick<ModelRow, "id" | "parentModelId" | "round">;

/** A model in its family. */
export interface FamilyMember<Row extends LineageRow = LineageRow> {
  readonly model: Row;
  /** Steps from the base: 0 for the base itself. */
  readonly depth: number;
}

/**
 * The family of a model: its base and everything that was trained from it, each parent before its children, earlier rounds
 * first. A parent that is gone ends the way up, so whatever is highest counts as base; a model alone is a family of one.
 */
export function familyOf<Row extends LineageRow>(all: readonly Row[], id: string): FamilyMember<Row>[] {
  const base = baseOf(all, id);
  return base === null ? [] : [{ model: base, depth: 0 }, ...below(all, base.id)];
}

/** What was trained from a model, over any number of rounds; each parent before its children. */
export function descendantsOf<Row extends LineageRow>(all: readonly Row[], id: string): Row[] {
  return below(all, id).map(({ model }) => model);
}

/** The model that a family began with; null where there is no such model. */
export function baseOf<Row extends LineageRow>(all: readonly Row[], id: string): Row | null {
  const byId = new Map(all.map((row) => [row.id, row]));
  const seen = new Set<string>();
  let at = byId.get(id) ?? null;
  while (at !== null && at.parentModelId !== null && !seen.has(at.id)) {
    seen.add(at.id);
    const parent = byId.get(at.parentModelId);
    if (parent === undefined) return at;
    at = parent;
  }
  return at;
}

/** Every family, in the order of `all`; whoever has no parent there begins one. */
export function familiesOf<Row extends LineageRow>(all: readonly Row[]): FamilyMember<Row>[][] {
  const ids = new Set(all.map(({ id }) => id));
  return all
    .filter(({ parentModelId }) => parentModelId === null || !ids.has(parentModelId))
    .map((base) => familyOf(all, base.id));
}

function below<Row extends LineageRow>(all: readonly Row[], id: string): FamilyMember<Row>[] {
  const children = grouped(all, ({ parentModelId }) => parentModelId);
  const found: FamilyMember<Row>[] = [];
  const seen = new Set([id]);
  const visit = (parent: string, depth: number): void => {
    const ofParent = (children.get(parent) ?? []).toSorted((a, b) => (a.round ?? 0) - (b.round ?? 0));
    for (const model of ofParent) {
      // A circle cannot be made through the app; a database that has one must still open.
      if (seen.has(model.id)) continue;
      seen.add(model.id);
      found.push({ model, depth });
      visit(model.id, depth + 1);
    }
  };
  visit(id, 1);
  return found;
}
