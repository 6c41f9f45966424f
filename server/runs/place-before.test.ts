import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBefore } from "./place-before";
import type { QueuedRun } from "./queue.repo";

const run = (id: string, priority: number, rank: number): QueuedRun => ({ id, priority, rank });

/** The queue as the database would order it after the moves. */
function after(queue: readonly QueuedRun[], places: readonly QueuedRun[]): string[] {
  return queue
    .map((one) => places.find(({ id }) => id === one.id) ?? one)
    .toSorted((a, b) => b.priority - a.priority || a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

describe("placeBefore", () => {
  const queue = [run("a", 5, 10), run("b", 0, 20), run("c", 0, 30), run("d", -1, 5)];

  it.each([
    ["c", "b", ["a", "c", "b", "d"]],
    ["b", null, ["a", "c", "d", "b"]],
    ["d", "a", ["d", "a", "b", "c"]],
    ["a", "d", ["b", "c", "a", "d"]],
    ["a", "c", ["b", "a", "c", "d"]],
  ])("puts %s before %s", (id, before, order) => {
    expect(after(queue, placeBefore(queue, id, before))).toEqual(order);
  });

  it("moves nothing else while neighbours leave room", () => {
    expect(placeBefore(queue, "d", "c").map(({ id }) => id)).toEqual(["d"]);
  });

  it("gives the place asked for after any moves, also among runs of one millisecond", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const move = fc.record({ id: fc.constantFrom(...ids), before: fc.constantFrom(null, ...ids) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 120 }), (moves) => {
        let order = ids.map((id) => run(id, 0, 1_795_521_608_965));
        for (const { id, before } of moves) {
          if (before === id) continue;
          const expected = order.map((one) => one.id).filter((other) => other !== id);
          expected.splice(before === null ? expected.length : expected.indexOf(before), 0, id);
          const places = placeBefore(order, id, before);
          expect(after(order, places)).toEqual(expected);
          const moved = order.map((one) => places.find((place) => place.id === one.id) ?? one);
          order = expected.flatMap((each) => moved.filter((one) => one.id === each));
        }
      }),
    );
  });
});
