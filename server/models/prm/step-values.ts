import { EngineError } from "../engine";
import type { Rows } from "./pooling";
import type { PrmFormat } from "./prm-format";

/** Half-precision servers round both numbers of a row. */
const TOLERANCE = 0.02;

/** Whether there is one row of two probabilities for every step. */
export function areStepRows(rows: Rows, steps: number): boolean {
  return rows.length === steps && rows.every(isPair);
}

function isPair(row: readonly number[]): boolean {
  const [first = Number.NaN, second = Number.NaN] = row;
  const within = (value: number): boolean => value >= -TOLERANCE && value <= 1 + TOLERANCE;
  return row.length === 2 && within(first) && within(second) && Math.abs(first + second - 1) <= 2 * TOLERANCE;
}

/**
 * Value in [0, 1] of every step.
 * @throws EngineError `bad-response` when the rows are not those of the steps
 */
export function stepValues(rows: Rows, steps: number, { goodColumn }: PrmFormat): number[] {
  if (!areStepRows(rows, steps)) {
    const message = `The process reward model gave ${rows.length} rows for ${steps} steps, or rows that are not two probabilities.`;
    throw new EngineError("bad-response", message);
  }
  return rows.map((row) => Math.min(1, Math.max(0, row[goodColumn] ?? 0)));
}
