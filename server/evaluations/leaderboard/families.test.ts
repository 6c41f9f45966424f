import { expect, it } from "vitest";
import { familyOrder } from "./families";

const model = (id: string, parentModelId: string | null = null, round: number | null = null) => ({
  id,
  name: id,
  parentModelId,
  round,
});
const order = (...models: Parameters<typeof familyOrder>[0]) =>
  familyOrder(models).map(
    ({ id, familyId, ancestors }) => `${"-".repeat(ancestors.length)}${id} of ${familyId}`,
  );

it("each line of a family stands under its base, round by round", () => {
  expect(
    order(model("b2", "b1", 2), model("b"), model("b1", "b", 1), model("c"), model("b1x", "b", 1)),
  ).toEqual(["b of b", "-b1 of b", "--b2 of b", "-b1x of b", "c of c"]);
});

it("a parent that is gone makes a base of its child, and a circle hides nobody", () => {
  expect(order(model("child", "gone", 1), model("grandchild", "child", 2))).toEqual([
    "child of child",
    "-grandchild of child",
  ]);
  expect(order(model("x", "y"), model("y", "x"), model("z", "x")).toSorted()).toEqual([
    "x of x",
    "y of y",
    "z of z",
  ]);
  expect(order(model("self", "self"))).toEqual(["self of self"]);
});
