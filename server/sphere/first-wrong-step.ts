import type { Rollouts } from "./rollouts";
import { isRight } from "./terminal";
import type { Chain } from "./types";

/**
 * First wrong step of a wrong chain by binary search (OmegaPRM; method: omega): the prefix before it can still
 * be solved, the prefix that ends with it cannot. Costs at most K * ceil(log2 steps) rollouts. A solvable prefix
 * with chance p a rollout is missed with (1 - p)^K, so the step may come out too early, never too late but by
 * chance.
 *
 * @param roots samples of the whole problem: a right one that starts with a prefix proves it solvable for nothing
 * @returns 0-based index, or null when failed calls left a prefix undecided
 */
export async function findFirstWrongStep(
  wrong: Chain,
  roots: readonly Chain[],
  rollouts: Rollouts,
): Promise<number | null> {
  let solvable = 0;
  let unsolvable = wrong.steps.length;
  while (unsolvable - solvable > 1) {
    const middle = (solvable + unsolvable) >> 1;
    const prefixSteps = wrong.steps.slice(0, middle);
    const prefix = prefixSteps.join("");
    if (roots.some((root) => isRight(root) && root.text.startsWith(prefix))) {
      solvable = middle;
      continue;
    }
    const { wins, complete } = await rollouts.from(prefixSteps);
    if (wins > 0) solvable = middle;
    else if (complete) unsolvable = middle;
    else return null;
  }
  return solvable;
}
