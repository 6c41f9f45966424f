import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extend, NOTHING, pageState, toggle, togglePage } from "./selection";

const order = [8, 3, 5, 1, 9];

describe("picking items", () => {
  it("twice lets them go", () => {
    const once = toggle(NOTHING, 3, order);
    expect([...once.picked]).toEqual([3]);
    expect([...toggle(once, 3, order).picked]).toEqual([]);
  });

  it.each([
    [3, 1, [3, 5, 1]],
    [1, 8, [8, 3, 5, 1]],
    [5, 5, [5]],
  ])("from %i to %i takes what stands between in the order shown", (from, to, picked) => {
    const range = extend(toggle(NOTHING, from, order), to, order);
    expect(order.filter((number) => range.picked.has(number))).toEqual(picked);
    expect(range.anchor).toBe(from);
  });

  it("begins a range where its anchor is on another page", () => {
    expect([...extend(toggle(NOTHING, 77, [77]), 5, order).picked]).toEqual([77, 5]);
  });

  it("takes a page, and lets it go without the other pages", () => {
    const other = toggle(NOTHING, 77, [77]);
    const page = togglePage(other, order);
    expect(pageState(page, order)).toBe("all");
    expect([...togglePage(page, order).picked]).toEqual([77]);
    expect(pageState(toggle(page, 5, order), order)).toBe("some");
  });

  it("of everything leaves the page less the item let go", () => {
    const left = toggle({ ...NOTHING, everything: true }, 5, order);
    expect(left.everything).toBe(false);
    expect([...left.picked]).toEqual([8, 3, 1, 9]);
  });

  it("never holds an item that was neither picked nor shown", () => {
    const act = fc.tuple(fc.constantFrom(toggle, extend), fc.constantFrom(...order));
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let selection = NOTHING;
        for (const [pick, number] of acts) selection = pick(selection, number, order);
        expect([...selection.picked].filter((number) => !order.includes(number))).toEqual([]);
      }),
    );
  });
});
