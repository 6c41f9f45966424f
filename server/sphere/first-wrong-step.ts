import type { Rollouts } from "./rollouts";
import { isLabelledWrong } from "./scorers/consensus";
import { isRight } from "./terminal";
import type { Chain } from "./types";

export interface WrongStepSearch {
  /** Samples of the whole problem: a right one that starts with a prefix proves it solvable for nothing. */
  readonly roots: readonly Chain[];
  /** Planned for at most K rollouts of a prefix, until one is right. */
  readonly rollouts: Rollouts;
  /** Rollouts, in all, behind the final label. */
  readonly finalLabelRollouts: number;
  /** What a second signal says of the prefix of so many steps, in [0, 1]; null where there is none. */
  readonly secondOpinion: (length: number) => Promise<number | null>;
}

export interface WrongStep {
  /** 0-based index, or null when failed calls left a prefix undecided. */
  readonly step: number | null;
  /** Lengths of the prefixes from which rollouts were asked, in the order of the search. */
  readonly tested: readonly number[];
}

/**
 * First wrong step of a wrong chain by binary search (OmegaPRM; method: omega): the prefix before it can still
 * be solved, the prefix that ends with it cannot. Costs at most K * ceil(log2 steps) rollouts, and the final label:
 * the prefix that was found is brought to more rollouts in all, and if one succeeds, or a second signal holds the
 * step for right, the search goes on from there.
 *
 * A solvable prefix with chance p a rollout is missed with (1 - p)^K in the search and (1 - p)^final in the label,
 * so the step may come out too early, never too late but by chance.
 */
export async function findFirstWrongStep(wrong: Chain, search: WrongStepSearch): Promise<WrongStep> {
  const { roots, rollouts, finalLabelRollouts, secondOpinion } = search;
  const tested: number[] = [];
  const draw = (length: number, limit?: number) => {
    if (!tested.includes(length)) tested.push(length);
    return rollouts.from(wrong.steps.slice(0, length), limit === undefined ? {} : { limit });
  };

  let solvable = 0;
  // Shortest last: where the label takes one back, the one before it bounds the search again.
  const unsolvable = [wrong.steps.length];
  for (let bound = unsolvable.at(-1); bound !== undefined; bound = unsolvable.at(-1)) {
    const middle = (solvable + bound) >> 1;
    if (middle > solvable) {
      const prefix = wrong.steps.slice(0, middle).join("");
      const isProven = roots.some((root) => isRight(root) && root.text.startsWith(prefix));
      const { wins, complete } = isProven ? PROVEN : await draw(middle);
      if (wins > 0) solvable = middle;
      else if (complete) unsolvable.push(middle);
      else return { step: null, tested };
      continue;
    }
    // The whole chain is verified wrong: nothing to label.
    if (bound === wrong.steps.length) break;
    const { wins, complete } = await draw(bound, finalLabelRollouts);
    if (wins === 0 && !complete) return { step: null, tested };
    const told = wins === 0 ? await secondOpinion(bound) : null;
    if (isLabelledWrong({ right: wins, told })) break;
    solvable = bound;
    unsolvable.pop();
  }
  return { step: solvable, tested };
}

const PROVEN = { wins: 1, complete: true } as const;
