import type { SearchTree } from "../search-tree";
import { editDistance, isSimilar, jaccard } from "../similarity";
import type { OpenStage } from "../stage";
import { firstDifference, stepKey } from "../step-key";
import { isRight } from "../terminal";
import type { Chain, PairLevel, PreferencePair, ValueKind } from "../types";
import type { DropRule } from "./drop-rules";

/** Texts that stand against each other are less alike than this (normalised edit distance). */
export const MAX_SIMILARITY = 0.9;
export const MAX_LENGTH_RATIO = 2;

export interface PairValues {
  readonly qChosen: number;
  readonly qRejected: number;
  /** Rollouts behind the less tested of the two; 0 where a model alone scored. */
  readonly rollouts: number;
  readonly valuedBy: ValueKind;
}

/** Two solutions of the plain problem, or of the problem and a shared prefix. */
export interface PairCandidate {
  readonly level: Exclude<PairLevel, "correction-turn">;
  /** Steps that both sides share and that go to the prompt. */
  readonly prefixSteps: number;
  readonly chosen: Chain;
  readonly rejected: Chain;
  readonly correctionId: string | null;
  /**
   * Values of the first differing steps where they are not read from the tree's rollouts: a model's scores, which
   * have a margin of their own, or rollouts that the luck filter has found far enough apart.
   */
  readonly tested: PairValues | null;
  /** Whether the reference answer helped on the way to the chosen side. */
  readonly hinted?: boolean;
}

export type Judgement =
  | { readonly pair: PreferencePair; readonly drop: null }
  | { readonly pair: null; readonly drop: DropRule };

/** Holds a candidate against every rule that concerns it alone. */
export function judgeCandidate(stage: OpenStage, tree: SearchTree, candidate: PairCandidate): Judgement {
  const { chosen, rejected, prefixSteps, tested } = candidate;
  const prefix = rejected.steps.slice(0, prefixSteps).join("");
  const completions = {
    chosen: chosen.text.slice(prefix.length),
    rejected: rejected.text.slice(prefix.length),
  };
  const difference = firstDifference(chosen.steps, rejected.steps);
  const values = tested ?? valuesAt(tree, candidate, difference);
  const drop =
    (!isCleanCut(prefix, candidate) && "boundary") ||
    (!isVerified(stage, prefix, completions) && "unverified") ||
    (tested?.valuedBy !== "rollouts" && valueDrop(stage, { tree, candidate, values })) ||
    stepDrop(stage, candidate, difference) ||
    (lengthRatio(completions) > MAX_LENGTH_RATIO && "length-ratio") ||
    null;
  return drop === null ? { pair: makePair(stage, candidate, values), drop } : { pair: null, drop };
}

/** The pair of a candidate that was found good. */
export function makePair(stage: OpenStage, candidate: PairCandidate, values: PairValues): PreferencePair {
  const { level, prefixSteps, correctionId, hinted = false } = candidate;
  const prefix = candidate.rejected.steps.slice(0, prefixSteps).join("");
  const [chosen, rejected] = [
    candidate.chosen.text.slice(prefix.length),
    candidate.rejected.text.slice(prefix.length),
  ];
  return {
    ...values,
    id: stage.io.id("pair", [prefix, chosen, rejected]),
    stage: stage.stage,
    level,
    prompt: null,
    hinted,
    prefix,
    prefixSteps,
    chosen,
    rejected,
    chosenChainId: candidate.chosen.id,
    rejectedChainId: candidate.rejected.id,
    correctionId,
    firstWrongStep: candidate.rejected.firstWrongStep,
    margin: values.qChosen - values.qRejected,
    similarity: jaccard(chosen, rejected),
    rejectedTruncated: false,
  };
}

/** Values of the first differing steps; a side that no rollout went through counts its own outcome, once. */
function valuesAt(tree: SearchTree, { chosen, rejected }: PairCandidate, difference: number): PairValues {
  const seen = (chain: Chain) => {
    const counts = tree.counts(chain.steps.slice(0, difference + 1));
    return counts !== null && counts.visits > 0 ? counts : { visits: 1, wins: isRight(chain) ? 1 : 0 };
  };
  const [better, worse] = [seen(chosen), seen(rejected)];
  const [qChosen, qRejected] = [better.wins / better.visits, worse.wins / worse.visits];
  return { qChosen, qRejected, rollouts: Math.min(better.visits, worse.visits), valuedBy: "rollouts" };
}

interface Valued {
  readonly tree: SearchTree;
  readonly candidate: PairCandidate;
  readonly values: PairValues;
}

function valueDrop({ config }: OpenStage, { tree, candidate, values }: Valued): DropRule | null {
  const byRollouts = values.valuedBy === "rollouts";
  const least = byRollouts ? config.minMargin : config.minMarginScored;
  if (values.qChosen - values.qRejected < least) return "margin";
  const worth = (chain: Chain) => (byRollouts ? tree.pathValue(chain) : pathScore(tree, chain));
  return worth(candidate.chosen) <= worth(candidate.rejected) ? "path-value" : null;
}

/** Mean process score of a chain's steps, in [0, 1]; a step that was not scored is worth what the chain came to. */
function pathScore(tree: SearchTree, chain: Chain): number {
  const outcome = isRight(chain) ? 1 : 0;
  const nodes = tree.along(chain.steps);
  const scores = chain.steps.map((_, index) => nodes[index]?.score ?? outcome);
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** The prompt's last token must not run into the answer's first: a line ends the one, no white space opens the other. */
function isCleanCut(prefix: string, { chosen, rejected }: PairCandidate): boolean {
  if (!chosen.text.startsWith(prefix) || !rejected.text.startsWith(prefix)) return false;
  if (prefix === "") return true;
  const opensWell = (chain: Chain) => /^\S/.test(chain.text.slice(prefix.length));
  return prefix.endsWith("\n") && opensWell(chosen) && opensWell(rejected);
}

/** The last word is the grader's, on the very text that training will see. */
function isVerified(stage: OpenStage, prefix: string, completions: Completions): boolean {
  return (
    stage.io.grade(prefix + completions.chosen).verdict === "correct" &&
    stage.io.grade(prefix + completions.rejected).verdict === "incorrect"
  );
}

export interface Completions {
  readonly chosen: string;
  readonly rejected: string;
}

function stepDrop(stage: OpenStage, candidate: PairCandidate, difference: number): DropRule | null {
  const chosen = stepKey(candidate.chosen.steps[difference] ?? "");
  const rejected = stepKey(candidate.rejected.steps[difference] ?? "");
  const { minEditDistance } = stage.config;
  if (editDistance(chosen, rejected, minEditDistance) < minEditDistance) return "edit-distance";
  return isSimilar(chosen, rejected, MAX_SIMILARITY) ? "too-similar" : null;
}

/** Longer side over shorter side, at least 1. */
export function lengthRatio({ chosen, rejected }: Completions): number {
  return Math.max(chosen.length / rejected.length, rejected.length / chosen.length);
}
