import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignSteps } from "@/server/sphere/align-steps";
import { markStep, NOTHING_MARKED, wholeRows } from "./mark-step";

const left = ["Step 1: a", "Step 2: b", "Step 3: c"];
const right = ["Step 1: a", "Step 2: x", "Step 3: c"];
const rows = wholeRows(1, alignSteps(left, right).rows);

describe("marking the first wrong step", () => {
  it("counts over the whole chain", () => {
    expect(rows.map(({ kind, a, b }) => [kind, a, b])).toEqual([
      ["same", 0, 0],
      ["same", 1, 1],
      ["changed", 2, 2],
      ["same", 3, 3],
    ]);
  });

  it("marks a step of one side only there", () => {
    expect(markStep(NOTHING_MARKED, { side: "right", step: 2 }, rows)).toEqual({ left: null, right: 2 });
  });

  it("marks a step that both share in both", () => {
    expect(markStep({ left: 2, right: null }, { side: "left", step: 0 }, rows)).toEqual({
      left: 0,
      right: 0,
    });
  });

  it("keeps what is marked on the other side", () => {
    const one = markStep(NOTHING_MARKED, { side: "left", step: 2 }, rows);
    expect(markStep(one, { side: "right", step: 2 }, rows)).toEqual({ left: 2, right: 2 });
  });

  it("marked twice is not marked", () => {
    const place = fc.record({ side: fc.constantFrom("left" as const, "right" as const), step: fc.nat(3) });
    fc.assert(
      fc.property(place, (at) => {
        const once = markStep(NOTHING_MARKED, at, rows);
        expect(once[at.side]).toBe(at.step);
        expect(markStep(once, at, rows)).toEqual(NOTHING_MARKED);
      }),
    );
  });
});
