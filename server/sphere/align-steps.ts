import { firstDifference, stepKey } from "./step-key";

export interface StepRow {
  /** `same`: equal steps; `changed`: they stand against each other; else only one side has a step here. */
  readonly kind: "same" | "changed" | "only-a" | "only-b";
  /** 0-based step of the first chain, or null. */
  readonly a: number | null;
  readonly b: number | null;
}

export interface StepAlignment {
  readonly rows: readonly StepRow[];
  /** Index in `rows` of the first difference, or null when the chains are equal. */
  readonly firstDifference: number | null;
}

/** Beyond this many cells later equal steps are not looked for. */
const MAX_CELLS = 250_000;

/**
 * Sets two chains side by side: equal steps share a row (longest common subsequence of step keys), what lies
 * between is paired in order. Safe in the browser.
 */
export function alignSteps(a: readonly string[], b: readonly string[]): StepAlignment {
  const shared = firstDifference(a, b);
  const rows: StepRow[] = Array.from({ length: shared }, (_, index) => ({
    kind: "same",
    a: index,
    b: index,
  }));
  let [nextA, nextB] = [shared, shared];
  for (const [matchA, matchB] of [...commonSteps(a, b, shared), [a.length, b.length] as const]) {
    for (; nextA < matchA || nextB < matchB; nextA++, nextB++)
      rows.push(gapRow(nextA, nextB, [matchA, matchB]));
    [nextA, nextB] = [matchA, matchB];
    if (matchA < a.length && matchB < b.length) rows.push({ kind: "same", a: nextA++, b: nextB++ });
  }
  const difference = rows.findIndex((row) => row.kind !== "same");
  return { rows, firstDifference: difference < 0 ? null : difference };
}

function gapRow(a: number, b: number, [endA, endB]: readonly [number, number]): StepRow {
  if (a >= endA) return { kind: "only-b", a: null, b };
  if (b >= endB) return { kind: "only-a", a, b: null };
  return { kind: "changed", a, b };
}

function commonSteps(a: readonly string[], b: readonly string[], from: number): [number, number][] {
  const [keysA, keysB] = [a.slice(from).map(stepKey), b.slice(from).map(stepKey)];
  if (keysA.length * keysB.length > MAX_CELLS) return [];
  const width = keysB.length + 1;
  const longest = new Uint32Array((keysA.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = keysA.length - 1; i >= 0; i--)
    for (let j = keysB.length - 1; j >= 0; j--)
      longest[i * width + j] =
        keysA[i] === keysB[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const matches: [number, number][] = [];
  for (let i = 0, j = 0; i < keysA.length && j < keysB.length;) {
    if (keysA[i] === keysB[j]) matches.push([from + i++, from + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
}
