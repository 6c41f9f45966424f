import { normalCdf } from "./normal-cdf";
import type { ItemKind } from "./review.schema";
import type { ValueKind } from "@/server/sphere/types";

/** What the machine says of the order of two chains. */
export interface ValuedPair {
  readonly qChosen: number;
  readonly qRejected: number;
  /** Rollouts behind the less tested of the two values. */
  readonly rollouts: number;
  readonly valuedBy: ValueKind;
}

export interface DoubtSource {
  readonly kind: ItemKind;
  /** Of a correction: the pair that it made; null where it made none. */
  readonly pair: ValuedPair | null;
  /** Probability of a judge model that the chosen chain is the better; null where none was asked or could tell. */
  readonly suggestion: number | null;
  /** Of a correction: the step that the reflection blames, and the first wrong one that the search found. */
  readonly claimedStep: number | null;
  readonly firstWrongStep: number | null;
  /** Of a correction: the grader held its answer for wrong, so that no order is claimed. */
  readonly answerRefused: boolean;
}

/** Added where a reflection blames another step than the search does. */
const WRONG_CLAIM = 0.25;
/** Nothing speaks for either order. */
const UNKNOWN = 0.5;

/**
 * The chance, 0 to 1, that the true order of an item is the other way: the queue shows high ones first.
 *
 * Valued by `n` rollouts, each q is taken as `(q n + 1) / (n + 2)` (Laplace) with the variance `p (1 - p) / (n + 3)` of
 * that estimate (of the Beta posterior), and the chance is `1 - Phi(margin / se)` by the normal approximation. A pair by
 * verdicts alone counts as one rollout a side. Valued by a model, whose scores have no count: `(1 - margin) / 2`.
 * A judge's probability `s` that the chosen one is better raises it to at least `1 - s`. A correction has its pair's
 * doubt, 0.5 without one, and 0.25 more (at most 1) where it blames another step than the search found; one whose answer the
 * grader refused claims no order and has none: 0.
 */
export function doubtOf(source: DoubtSource): number {
  if (source.answerRefused) return 0;
  const byPair = source.pair === null ? UNKNOWN : doubtOfOrder(source.pair);
  const byJudge = source.suggestion === null ? 0 : 1 - source.suggestion;
  const base = Math.max(byPair, byJudge);
  return source.kind === "correction" && blamesAnother(source) ? Math.min(1, base + WRONG_CLAIM) : base;
}

function doubtOfOrder(pair: ValuedPair): number {
  if (pair.valuedBy === "prm" || pair.valuedBy === "judge") {
    return Math.min(1, Math.max(0, (1 - (pair.qChosen - pair.qRejected)) / 2));
  }
  const n = Math.max(1, pair.rollouts);
  const chosen = smoothed(pair.qChosen, n);
  const rejected = smoothed(pair.qRejected, n);
  const error = Math.sqrt((chosen * (1 - chosen) + rejected * (1 - rejected)) / (n + 3));
  return 1 - normalCdf((chosen - rejected) / error);
}

function smoothed(q: number, n: number): number {
  return (q * n + 1) / (n + 2);
}

function blamesAnother({ claimedStep, firstWrongStep }: DoubtSource): boolean {
  return claimedStep !== null && firstWrongStep !== null && claimedStep !== firstWrongStep;
}
