import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addNewer, addOlder, countNewer, openWindow } from "./event-window";

const events = (...ids: number[]) => ids.map((id) => ({ id }));
const ids = (window: { events: readonly { id: number }[] }) => window.events.map(({ id }) => id);

describe("window of events", () => {
  it("puts arriving events on top, newest first, and ignores what it has", () => {
    const window = addNewer(openWindow(events(3, 2, 1), 100), events(3, 4, 5));
    expect(ids(window)).toEqual([5, 4, 3, 2, 1]);
    expect(window.hasOlder).toBe(false);
  });

  it("stays the same object when nothing is new, so that nothing is drawn again", () => {
    const window = openWindow(events(3, 2), 2);
    expect(addNewer(window, events(2, 3))).toBe(window);
    expect(addNewer(window, [])).toBe(window);
  });

  it("lets the oldest go beyond its size and then knows that there are older ones", () => {
    const window = addNewer(openWindow(events(3, 2, 1), 100), events(4, 5), 3);
    expect(ids(window)).toEqual([5, 4, 3]);
    expect(window.hasOlder).toBe(true);
  });

  it("reads back to the first event", () => {
    let window = openWindow(events(5, 4), 2);
    expect(window.hasOlder).toBe(true);
    window = addOlder(window, events(3, 2), 2);
    expect(ids(window)).toEqual([5, 4, 3, 2]);
    window = addOlder(window, events(1), 2);
    expect(ids(window)).toEqual([5, 4, 3, 2, 1]);
    expect(window.hasOlder).toBe(false);
  });

  it.each([
    [null, 0],
    [5, 0],
    [3, 2],
    [0, 5],
  ])("stopped at %s, %d are newer", (stoppedAt, newer) => {
    expect(countNewer(openWindow(events(5, 4, 3, 2, 1), 100), stoppedAt)).toBe(newer);
  });

  it("has no gap and no repeat however the events arrive", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 }), (jumps) => {
        let window = openWindow(events(10, 9), 2);
        let next = 11;
        for (const jump of jumps) {
          // A reconnect sends some events again before the new ones.
          const from = Math.max(9, next - jump);
          const batch = Array.from({ length: next + jump - from }, (_, i) => from + i);
          window = addNewer(window, events(...batch));
          next = Math.max(next, from + batch.length);
        }
        expect(ids(window)).toEqual(Array.from({ length: next - 9 }, (_, i) => next - 1 - i));
      }),
    );
  });
});
