import { expect, it } from "vitest";
import { targetOf } from "./queue-moves";

const order = ["a", "b", "c", "d"];

it.each([
  ["a", "up", undefined],
  ["a", "first", undefined],
  ["b", "up", "a"],
  ["d", "first", "a"],
  ["d", "up", "c"],
  ["a", "down", "c"],
  ["b", "down", "d"],
  ["c", "down", null],
  ["d", "down", undefined],
  ["gone", "up", undefined],
] as const)("%s moves %s: before %s", (runId, move, target) => {
  expect(targetOf(order, runId, move)).toBe(target);
});
