import type { PairValues } from "../pairs/judge-candidate";
import type { Rollouts } from "../rollouts";
import type { SearchTree } from "../search-tree";
import { firstDifference } from "../step-key";
import { isRight } from "../terminal";
import type { Chain } from "../types";

const MIN_GAIN = 0.25;
const MIN_WINS = 2;

export interface LuckTest {
  readonly wrong: Chain;
  readonly corrected: Chain;
  /** Tree as the stage before left it: what it already knows of the wrong step is not measured again. */
  readonly tree: SearchTree;
  readonly rollouts: Rollouts;
  /** K: rollouts that make a value. */
  readonly wanted: number;
}

/**
 * Luck filter: continues the plain problem from the repaired step and from the wrong one.
 * @returns the two values, or null when the repaired step is not clearly better, or calls failed
 */
export async function testLuck(test: LuckTest): Promise<PairValues | null> {
  const { wrong, corrected, tree, wanted } = test;
  const length = firstDifference(wrong.steps, corrected.steps) + 1;
  const known = tree.counts(wrong.steps.slice(0, length));
  const [repaired, original] = await Promise.all([
    countFrom(corrected, length, test),
    known !== null && known.visits >= wanted ? known : countFrom(wrong, length, test),
  ]);
  if (repaired.visits === 0 || original.visits === 0) return null;
  const [qChosen, qRejected] = [repaired.wins / repaired.visits, original.wins / original.visits];
  const clearly = qChosen - qRejected >= MIN_GAIN || (repaired.wins >= MIN_WINS && original.wins === 0);
  if (!clearly) return null;
  return { qChosen, qRejected, rollouts: Math.min(repaired.visits, original.visits), valuedBy: "rollouts" };
}

async function countFrom(chain: Chain, length: number, { rollouts }: LuckTest): Promise<Counts> {
  // The chain ends with this step: there is nothing left to roll out, it is right or wrong.
  if (length >= chain.steps.length) return { visits: 1, wins: isRight(chain) ? 1 : 0 };
  const { chains, wins } = await rollouts.from(chain.steps.slice(0, length));
  return { visits: chains.length, wins };
}

interface Counts {
  readonly visits: number;
  readonly wins: number;
}
