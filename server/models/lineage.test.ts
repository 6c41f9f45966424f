import { expect, it } from "vitest";
import { baseOf, descendantsOf, familiesOf, familyOf, type LineageRow } from "./lineage";

const model = (id: string, parentModelId: string | null = null, round: number | null = null): LineageRow => ({
  id,
  parentModelId,
  round,
});

const rows = [
  model("late", "first", 3),
  model("base"),
  model("first", "base", 1),
  model("other"),
  model("second", "first", 2),
  model("branch", "base", 1),
  model("orphan", "gone", 4),
];

it("a family is the base and all that came of it, parents first, rounds in order", () => {
  const told = familyOf(rows, "second").map((member) => `${member.model.id} ${String(member.depth)}`);
  expect(told).toEqual(["base 0", "first 1", "second 2", "late 2", "branch 1"]);
  expect(familyOf(rows, "base")).toEqual(familyOf(rows, "late"));
});

it("descendants are what was trained from a model, and not its siblings", () => {
  expect(descendantsOf(rows, "first").map(({ id }) => id)).toEqual(["second", "late"]);
  expect(descendantsOf(rows, "late")).toEqual([]);
});

it("a parent that is gone leaves its child as base", () => {
  expect(baseOf(rows, "orphan")?.id).toBe("orphan");
  expect(baseOf(rows, "nobody")).toBeNull();
  expect(familyOf(rows, "nobody")).toEqual([]);
});

it("every model stands in one family", () => {
  const told = familiesOf(rows).map((family) => family.map((member) => member.model.id));
  expect(told).toEqual([["base", "first", "second", "late", "branch"], ["other"], ["orphan"]]);
  expect(told.flat().toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});

it("a circle in the database ends", () => {
  const circle = [model("a", "b", 1), model("b", "a", 1)];
  expect(
    familyOf(circle, "a")
      .map((member) => member.model.id)
      .toSorted(),
  ).toEqual(["a", "b"]);
  expect(descendantsOf(circle, "a").map(({ id }) => id)).toEqual(["b"]);
});
