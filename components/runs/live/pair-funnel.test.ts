import { expect, it } from "vitest";
import { funnelRows } from "./pair-funnel";

it("counts every candidate once, from all to those exported", () => {
  const rows = funnelRows({
    candidates: 20,
    dropped: [
      { rule: "margin", count: 9 },
      { rule: "reuse", count: 1 },
    ],
    pairs: 10,
    heldBack: [{ rule: "length-balance", count: 4 }],
    exported: 6,
  });
  expect(rows.map(({ kind, name, count, share }) => [kind, name, count, share])).toEqual([
    ["left", "candidates", 20, 1],
    ["taken", "margin", 9, 0.45],
    ["taken", "reuse", 1, 0.05],
    ["left", "pairs", 10, 0.5],
    ["taken", "length-balance", 4, 0.2],
    ["left", "exported", 6, 0.3],
  ]);
});

it("divides by nothing where there was no candidate", () => {
  const none = { candidates: 0, dropped: [], pairs: 0, heldBack: [], exported: 0 };
  expect(funnelRows(none).map(({ share }) => share)).toEqual([0, 0, 0]);
});
