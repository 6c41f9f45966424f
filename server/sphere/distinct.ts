import { jaccard } from "./similarity";
import type { Chain } from "./types";

export interface DistinctChains {
  readonly kept: readonly Chain[];
  /** Chains passed over for being too like one before them. */
  readonly passedOver: number;
}

/**
 * Chains, best first, without those whose continuation after `prefix` shares more of its tokens with a better
 * one's than `maxJaccard` (DPO-ST).
 */
export function distinctChains(ranked: readonly Chain[], prefix: string, maxJaccard: number): DistinctChains {
  const kept: Chain[] = [];
  const after = (chain: Chain) => chain.text.slice(prefix.length);
  for (const chain of ranked)
    if (!kept.some((better) => jaccard(after(better), after(chain)) > maxJaccard)) kept.push(chain);
  return { kept, passedOver: ranked.length - kept.length };
}
