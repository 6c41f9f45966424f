import { byLikelihood } from "./chain";
import { distinctChains } from "./distinct";
import { combineSides } from "./pairs/combine-sides";
import type { DropCounts } from "./pairs/drop-rules";
import type { PairCandidate } from "./pairs/judge-candidate";
import type { CandidateGroup } from "./pairs/select-pairs";
import type { SearchTree } from "./search-tree";
import { isClean, isRight, isWrong } from "./terminal";
import type { Chain } from "./types";

export interface StageOneChains {
  /** Every chain once, with the first wrong steps that were found. */
  readonly chains: readonly Chain[];
  readonly roots: readonly Chain[];
  readonly tree: SearchTree;
  readonly drops: DropCounts;
  /** Token Jaccard above which two right solutions are near duplicates. */
  readonly maxJaccard: number;
}

/**
 * Candidates of stage 1: a group for each wrong chain whose first wrong step was found behind a prefix that can
 * be solved, then one group of whole solutions.
 */
export function stageOnePairs({ chains, roots, tree, drops, maxJaccard }: StageOneChains): CandidateGroup[] {
  const unended = chains.filter((chain) => chain.verdict === "incorrect" && !isClean(chain));
  drops.add("truncated-rejected", unended.length);

  const located = chains.filter((chain) => isWrong(chain) && chain.firstWrongStep !== null);
  const continued = located
    .filter((chain) => chain.firstWrongStep !== 0)
    .toSorted(byLikelihood)
    .map((rejected) => {
      const prefixSteps = rejected.firstWrongStep ?? 0;
      const prefix = rejected.steps.slice(0, prefixSteps);
      const right = bestFrom(prefix, { chains, tree, maxJaccard });
      const sides = combineSides(right, [rejected]);
      return sides.map(([chosen]) => candidate({ level: "prefix", prefixSteps, chosen, rejected }));
    });

  const rootIds = new Set(roots.map(({ id }) => id));
  const whole = chains.filter(({ id }) => rootIds.has(id));
  const right = distinctChains(
    whole.filter(isRight).toSorted((a, b) => pathOrder(tree, b, a) || byLikelihood(a, b)),
    "",
    maxJaccard,
  );
  drops.add("near-duplicate", right.passedOver);
  const wrong = (located.length > 0 ? located : whole.filter(isWrong)).toSorted(
    (a, b) => pathOrder(tree, a, b) || byLikelihood(a, b),
  );
  const solutions = combineSides(right.kept, wrong).map(([chosen, rejected]) =>
    candidate({ level: "solution", prefixSteps: 0, chosen, rejected }),
  );
  return [...continued, solutions];
}

function candidate(sides: Omit<PairCandidate, "correctionId" | "tested">): PairCandidate {
  return { ...sides, correctionId: null, tested: null };
}

/** The best right continuations of a prefix: by the value of their next step, then by likelihood. */
function bestFrom(
  prefix: readonly string[],
  { chains, tree, maxJaccard }: Pick<StageOneChains, "chains" | "tree" | "maxJaccard">,
): readonly Chain[] {
  const text = prefix.join("");
  const nextValue = ({ steps }: Chain) => {
    const counts = tree.counts(steps.slice(0, prefix.length + 1));
    return counts === null ? 0 : counts.wins / counts.visits;
  };
  const right = chains
    .filter((chain) => isRight(chain) && chain.steps.slice(0, prefix.length).join("") === text)
    .toSorted((a, b) => nextValue(b) - nextValue(a) || byLikelihood(a, b));
  return distinctChains(right, text, maxJaccard).kept;
}

function pathOrder(tree: SearchTree, a: Chain, b: Chain): number {
  return tree.pathValue(a) - tree.pathValue(b);
}
