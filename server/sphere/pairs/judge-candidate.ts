import type { SearchTree } from "../search-tree";
import { editDistance, jaccard, similarity } from "../similarity";
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
   * Values of the first differing steps and the paths there where a search or the luck filter has compared them
   * itself; else they are read from the tree's rollouts. A model's values must keep their margin here too.
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
    (tested?.valuedBy !== "rollouts" &&
      values.qChosen - values.qRejected < leastMargin(stage, values) &&
      "margin") ||
    (tested === null && tree.pathValue(chosen) <= tree.pathValue(rejected) && "path-value") ||
    stepDrop(stage, candidate, difference) ||
    (lengthRatio(completions) > MAX_LENGTH_RATIO && "length-ratio") ||
    null;
  if (drop !== null) return { pair: null, drop };
  return {
    drop: null,
    pair: {
      ...values,
      ...completions,
      id: stage.io.id("pair", [prefix, completions.chosen, completions.rejected]),
      stage: stage.stage,
      level: candidate.level,
      prompt: null,
      hinted: candidate.hinted ?? false,
      prefix,
      prefixSteps,
      chosenChainId: chosen.id,
      rejectedChainId: rejected.id,
      correctionId: candidate.correctionId,
      firstWrongStep: rejected.firstWrongStep,
      margin: values.qChosen - values.qRejected,
      similarity: jaccard(completions.chosen, completions.rejected),
      rejectedTruncated: false,
    },
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

function leastMargin({ config }: OpenStage, { valuedBy }: PairValues): number {
  return valuedBy === "rollouts" ? config.minMargin : config.minMarginScored;
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
  if (editDistance(chosen, rejected) < stage.config.minEditDistance) return "edit-distance";
  return similarity(chosen, rejected) >= MAX_SIMILARITY ? "too-similar" : null;
}

/** Longer side over shorter side, at least 1. */
export function lengthRatio({ chosen, rejected }: Completions): number {
  return Math.max(chosen.length / rejected.length, rejected.length / chosen.length);
}
