import { describe, expect, it } from "vitest";
import { prepareColumns } from "./prepare-columns";

describe("columns of days", () => {
  it("have the axis of their sums, name few days, and list only days with something", () => {
    const days = Array.from({ length: 10 }, (_, index) => ({
      day: `2026-11-${String(index + 10)}`,
      values: index === 4 ? [70, 17] : [0, 0],
    }));
    const { data, valueTicks, dayTicks, rows } = prepareColumns(days);
    expect(data[4]).toEqual({ day: "2026-11-14", s0: 70, s1: 17 });
    expect(valueTicks).toEqual([0, 25, 50, 75, 100]);
    expect(dayTicks).toEqual(["2026-11-10", "2026-11-13", "2026-11-16", "2026-11-19"]);
    expect(rows).toEqual([{ key: "2026-11-14", cells: ["14 Nov", "70", "17"] }]);
  });

  it("of one day, and of none", () => {
    expect(prepareColumns([{ day: "2026-11-24", values: [1] }]).dayTicks).toEqual(["2026-11-24"]);
    expect(prepareColumns([])).toEqual({ data: [], valueTicks: [0, 1], dayTicks: [], rows: [] });
  });
});
