import { Candidates } from "./candidates";
import { confirm, type Likeness } from "./confirm";
import { findExact } from "./find-exact";
import { findGrams } from "./find-grams";
import { findNear } from "./find-near";
import { findWhole } from "./find-whole";
import type { Sides } from "./sides";

/** Raise it whenever another pair can be found or missed: older checks are then made again. */
export const DETECTOR_VERSION = "1";

/** Pairs confirmed between two turns of the event loop. */
const PAIRS_A_TURN = 500;

/** A training problem that is a benchmark's problem, or looks like one. */
export interface FoundMatch extends Likeness {
  readonly problemId: string;
  readonly benchmarkProblemId: string;
}

/** All pairs of a training problem and a benchmark's problem that are alike, each with its strongest kind. */
export async function detect(sides: Sides): Promise<FoundMatch[]> {
  const candidates = new Candidates(sides.benchmark.length);
  await findExact(sides, candidates);
  await findGrams(sides, candidates);
  await findWhole(sides, candidates);
  await findNear(sides, candidates);
  const matches: FoundMatch[] = [];
  for (const [index, { training, benchmark, reasons }] of candidates.list().entries()) {
    const [a, b] = [sides.training[training], sides.benchmark[benchmark]];
    const likeness = a === undefined || b === undefined ? null : confirm(a, b, reasons);
    if (a !== undefined && b !== undefined && likeness !== null)
      matches.push({ problemId: a.id, benchmarkProblemId: b.id, ...likeness });
    if (index % PAIRS_A_TURN === PAIRS_A_TURN - 1) await sides.pause();
  }
  return matches;
}
