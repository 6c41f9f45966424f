import type { MathToken } from "@/components/math/tokens";
import type { DifferenceRun } from "./word-difference";

/** Characters of all runs. */
export function textLength(runs: readonly DifferenceRun[]): number {
  return runs.reduce(
    (sum, { tokens }) => sum + tokens.reduce((length, { raw }) => length + raw.length, 0),
    0,
  );
}

/** The first `limit` characters of the runs. Text is cut anywhere, a formula becomes text where the cut goes through it. */
export function foldRuns(runs: readonly DifferenceRun[], limit: number): DifferenceRun[] {
  const kept: DifferenceRun[] = [];
  let left = limit;
  for (const { changed, tokens } of runs) {
    const part: MathToken[] = [];
    for (const token of tokens) {
      if (left <= 0) break;
      part.push(token.raw.length <= left ? token : cut(token.raw.slice(0, left)));
      left -= token.raw.length;
    }
    if (part.length > 0) kept.push({ changed, tokens: part });
    if (left <= 0) break;
  }
  return kept;
}

function cut(raw: string): MathToken {
  return { kind: "text", raw, text: raw };
}
