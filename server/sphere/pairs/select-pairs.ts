import type { SearchTree } from "../search-tree";
import type { OpenStage } from "../stage";
import type { PairLevel, PreferencePair } from "../types";
import type { DropCounts } from "./drop-rules";
import { judgeCandidate, type PairCandidate } from "./judge-candidate";
import { judgeTurn, type TurnCandidate } from "./judge-turn";

/** Times that one text may stand on one side. */
const MAX_USES = 2;
/** Pairs of a problem by stage and level (method: caps). Stages 2 and 3 add one pair of solutions, of either level. */
const MOST_SOLUTIONS = 1;
const MOST_PREFIXES = 2;
const MOST_LATER = 1;
/** A reflection that repairs and one that leaves a right solution alone. */
const MOST_TURNS = 2;

/** Candidates of which one at most becomes a pair, best first. */
export type CandidateGroup<Candidate = PairCandidate> = readonly Candidate[];

export interface Selection {
  readonly tree: SearchTree;
  readonly groups: readonly CandidateGroup<PairCandidate | TurnCandidate>[];
  /** Pairs that the problem has from earlier stages. */
  readonly before: readonly PreferencePair[];
  readonly drops: DropCounts;
}

/**
 * At most one pair a group: of the candidates that pass every rule, the one whose sides share the fewest tokens
 * (DPO-ST). Groups are served in order until the problem has its fill. Every candidate that is not kept counts
 * under one rule.
 */
export function selectPairs(stage: OpenStage, { tree, groups, before, drops }: Selection): PreferencePair[] {
  const kept: PreferencePair[] = [];
  for (const group of groups) {
    const passed: PreferencePair[] = [];
    for (const candidate of group) {
      const { pair, drop } =
        candidate.level === "correction-turn"
          ? judgeTurn(stage, candidate)
          : judgeCandidate(stage, tree, candidate);
      if (drop !== null) drops.add(drop);
      else if (isSpent(pair, [...before, ...kept])) drops.add("reuse");
      else passed.push(pair);
    }
    const [best, ...rest] = passed.toSorted((a, b) => a.similarity - b.similarity);
    drops.add("cap", rest.length);
    if (best === undefined) continue;
    const full = before.length + kept.length >= stage.config.pairsPerProblem;
    if (full || isFilled(stage, kept, best.level)) drops.add("cap");
    else kept.push(best);
  }
  return kept;
}

function isFilled({ stage }: OpenStage, kept: readonly PreferencePair[], level: PairLevel): boolean {
  const turns = kept.filter((pair) => pair.level === "correction-turn").length;
  if (level === "correction-turn") return turns >= MOST_TURNS;
  if (stage !== "self-generation") return kept.length - turns >= MOST_LATER;
  const most = level === "solution" ? MOST_SOLUTIONS : MOST_PREFIXES;
  return kept.filter((pair) => pair.level === level).length >= most;
}

function isSpent(pair: PreferencePair, others: readonly PreferencePair[]): boolean {
  const uses = (side: "chosen" | "rejected") =>
    others.filter((other) => other.prefix + other[side] === pair.prefix + pair[side]).length;
  return (
    others.some(({ id }) => id === pair.id) || uses("chosen") >= MAX_USES || uses("rejected") >= MAX_USES
  );
}
