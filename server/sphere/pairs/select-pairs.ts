import type { SearchTree } from "../search-tree";
import type { OpenStage } from "../stage";
import type { PairLevel, PreferencePair } from "../types";
import type { DropCounts } from "./drop-rules";
import { judgeCandidate, type PairCandidate } from "./judge-candidate";

/** Times that one text may stand on one side. */
const MAX_USES = 2;
/** Pairs of each level that a stage may make of a problem. */
const STAGE_CAP: Readonly<Record<PairLevel, number>> = { solution: 1, prefix: 2, "correction-turn": 1 };

/** Candidates of which one at most becomes a pair, best first. */
export type CandidateGroup = readonly PairCandidate[];

export interface Selection {
  readonly tree: SearchTree;
  readonly groups: readonly CandidateGroup[];
  /** Pairs that the problem has from earlier stages. */
  readonly before: readonly PreferencePair[];
  readonly drops: DropCounts;
}

/**
 * At most one pair a group: of the candidates that pass every rule, the one whose sides share the fewest tokens
 * (DPO-ST). Groups are served in order until the problem has its fill.
 */
export function selectPairs(stage: OpenStage, { tree, groups, before, drops }: Selection): PreferencePair[] {
  const kept: PreferencePair[] = [];
  for (const group of groups) {
    const passed: PreferencePair[] = [];
    for (const candidate of group) {
      const { pair, drop } = judgeCandidate(stage, tree, candidate);
      if (drop !== null) drops.add(drop);
      else if (isSpent(pair, [...before, ...kept])) drops.add("reuse");
      else passed.push(pair);
    }
    const [best, ...rest] = passed.toSorted((a, b) => a.similarity - b.similarity);
    drops.add("cap", rest.length);
    if (best === undefined) continue;
    const ofLevel = kept.filter(({ level }) => level === best.level).length;
    const full = before.length + kept.length >= stage.config.pairsPerProblem;
    if (full || ofLevel >= STAGE_CAP[best.level]) drops.add("cap");
    else kept.push(best);
  }
  return kept;
}

function isSpent(pair: PreferencePair, others: readonly PreferencePair[]): boolean {
  const uses = (same: (other: PreferencePair) => boolean) => others.filter(same).length;
  return (
    others.some((other) => other.id === pair.id) ||
    uses((other) => other.chosenChainId === pair.chosenChainId) >= MAX_USES ||
    uses((other) => other.rejectedChainId === pair.rejectedChainId) >= MAX_USES
  );
}
