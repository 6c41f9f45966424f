import { expect, it } from "vitest";
import { prepareBars } from "./prepare-bars";

const bar = (count: number, part: number) => ({ key: "k", label: "K", count, part });

it("bars end with the largest count; a part is never longer than its bar", () => {
  expect(
    prepareBars([bar(8, 2), bar(4, 9), bar(0, 0)]).map(({ width, partWidth }) => [width, partWidth]),
  ).toEqual([
    [100, 25],
    [50, 50],
    [0, 0],
  ]);
  expect(prepareBars([])).toEqual([]);
});
