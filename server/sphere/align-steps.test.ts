import * as fc from "fast-check";
import { expect, test } from "vitest";
import { alignSteps } from "./align-steps";
import { stepKey } from "./step-key";

const drawn = (a: string[], b: string[]) =>
  alignSteps(a, b).rows.map((row) => `${row.kind} ${String(row.a)} ${String(row.b)}`);

test.each([
  { why: "equal", a: ["x", "y"], b: ["x", "y"], rows: ["same 0 0", "same 1 1"], first: null },
  {
    why: "one changed",
    a: ["x", "y", "z"],
    b: ["x", "w", "z"],
    rows: ["same 0 0", "changed 1 1", "same 2 2"],
    first: 1,
  },
  {
    why: "one more",
    a: ["x", "z"],
    b: ["x", "y", "z"],
    rows: ["same 0 0", "only-b null 1", "same 1 2"],
    first: 1,
  },
  {
    why: "one less, then more",
    a: ["x", "y", "z"],
    b: ["y"],
    rows: ["only-a 0 null", "same 1 0", "only-a 2 null"],
    first: 0,
  },
  { why: "nothing shared", a: ["p"], b: ["q", "r"], rows: ["changed 0 0", "only-b null 1"], first: 0 },
  { why: "one side empty", a: [], b: ["q"], rows: ["only-b null 0"], first: 0 },
  {
    why: "labels and spacing do not count",
    a: ["Step 1: **So** $3+4 = 7$\n\n"],
    b: ["step 2. so $3 + 4=7$"],
    rows: ["same 0 0"],
    first: null,
  },
])("$why", ({ a, b, rows, first }) => {
  expect(drawn(a, b)).toEqual(rows);
  expect(alignSteps(a, b).firstDifference).toBe(first);
});

test("every step stands in one row, in order, and joined rows are equal", () => {
  const steps = fc.array(fc.constantFrom("a", "b", "c", "Step 1: a", "d"), { maxLength: 12 });
  fc.assert(
    fc.property(steps, steps, (a, b) => {
      const { rows, firstDifference } = alignSteps(a, b);
      expect(rows.flatMap((row) => row.a ?? [])).toEqual(a.map((_, index) => index));
      expect(rows.flatMap((row) => row.b ?? [])).toEqual(b.map((_, index) => index));
      for (const row of rows) {
        const equal = row.a !== null && row.b !== null && stepKey(a[row.a] ?? "") === stepKey(b[row.b] ?? "");
        expect(equal).toBe(row.kind === "same");
      }
      expect(rows.slice(0, firstDifference ?? rows.length).every(({ kind }) => kind === "same")).toBe(true);
    }),
  );
});
