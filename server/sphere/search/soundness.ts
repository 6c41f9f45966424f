import { byLikelihood } from "../chain";
import type { SearchTree } from "../search-tree";
import { isClean, isRight } from "../terminal";
import type { Chain } from "../types";
import type { Solutions } from "./bucket-of-sides";
import type { WorthOf } from "./worth";

/**
 * Sol_max and Sol_min of a tree with many ends: the solution that is soundest as a whole, and the one that is least
 * so. A chain is as sound as its weakest step (Math-Shepherd; method: path aggregation, min); equally sound, the
 * likelier counts. Cut-off ends stand for neither side while there are others.
 */
export function soundestAndLeast(tree: SearchTree, chains: readonly Chain[], worth: WorthOf): Solutions {
  const clean = chains.filter(isClean);
  const ranked = (clean.length > 0 ? clean : chains)
    .map((chain) => ({ chain, sound: soundness(tree, chain, worth) }))
    .toSorted((a, b) => byLikelihood(a.chain, b.chain));
  const first = (sign: number) => ranked.toSorted((a, b) => sign * (a.sound - b.sound))[0]?.chain ?? null;
  return { best: first(-1), worst: first(1) };
}

/** Lowest worth of a chain's steps, in [0, 1]; a step of which nothing is known is worth what the chain came to. */
function soundness(tree: SearchTree, chain: Chain, worth: WorthOf): number {
  const outcome = Number(isRight(chain));
  return Math.min(...tree.along(chain.steps).map((node) => worth(node)?.q ?? outcome), 1);
}
