import { byLikelihood, distinctById } from "../chain";
import { type CorrectionRule, refusal, stepsToChange } from "../correction-rules";
import type { PairValues } from "../pairs/judge-candidate";
import type { Rollouts } from "../rollouts";
import type { SearchTree } from "../search-tree";
import { isRight } from "../terminal";
import type { Chain } from "../types";
import { testLuck } from "./luck";
import type { Attempt } from "./reflect";

/** Repaired steps that are followed where no repair stands by itself: as many as SPHERE keeps of siblings. */
const MOST_CONTINUED = 2;
/** Rules that find fault with what follows the repaired step, not with the step. */
const FAULTS_OF_THE_END: ReadonlySet<CorrectionRule | null> = new Set([
  "not-right",
  "unclean-end",
  "length-ratio",
]);

export interface Court {
  readonly statement: string;
  readonly wrong: Chain;
  /** Tree as it stands before the rollouts of this stage's repairs. */
  readonly tree: SearchTree;
  /** K rollouts a prefix. */
  readonly rollouts: Rollouts;
  /** K. */
  readonly wanted: number;
}

export interface JudgedAttempt {
  readonly wrong: Chain;
  readonly attempt: Attempt;
  /** The repaired chain that was judged: the reply's, or the continuation that stands for it. */
  readonly corrected: Chain | null;
  readonly refusedBy: CorrectionRule | null;
  /** What the luck filter measured, when it let the correction through. */
  readonly values: PairValues | null;
}

/**
 * Holds attempts against the acceptance rules. Where none passes, the search goes on from the repaired steps
 * themselves (SPHERE explores corrections like solutions).
 */
export async function judgeAttempts(court: Court, attempts: readonly Attempt[]): Promise<JudgedAttempt[]> {
  const judged = await Promise.all(attempts.map((attempt) => judgeAttempt(court, attempt)));
  return judged.some(isAccepted) ? judged : await continueRepairs(court, judged);
}

export function isAccepted({ refusedBy }: JudgedAttempt): boolean {
  return refusedBy === null;
}

async function judgeAttempt(court: Court, attempt: Attempt): Promise<JudgedAttempt> {
  const { wrong, statement } = court;
  const { corrected, claimedStep } = attempt;
  const judged = { wrong, attempt, corrected, values: null };
  if (corrected === null) return { ...judged, refusedBy: "unreadable" };
  const refusedBy = refusal({ statement, wrong, corrected, claimedStep });
  if (refusedBy !== null) return { ...judged, refusedBy };
  const values = await testLuck({ ...court, corrected });
  return { ...judged, values, refusedBy: values === null ? "luck" : null };
}

interface RepairedStep {
  readonly steps: readonly string[];
  /** Those who wrote it, the likeliest first. */
  readonly by: readonly JudgedAttempt[];
}

/**
 * A reply can mend the step and slip later. From the repaired steps that most replies agree on, K rollouts of the
 * plain problem are drawn, the same ones that the luck filter needs; the likeliest right one that keeps every rule
 * stands as the corrected chain of the reply that wrote the step.
 */
async function continueRepairs(court: Court, judged: readonly JudgedAttempt[]): Promise<JudgedAttempt[]> {
  const continued = await Promise.all(
    repairedSteps(court, judged)
      .slice(0, MOST_CONTINUED)
      .map((step) => continueStep(court, step)),
  );
  const mended = new Map(continued.flatMap((one) => (one === null ? [] : [[one.attempt, one] as const])));
  return judged.map((one) => mended.get(one.attempt) ?? one);
}

function repairedSteps({ statement, wrong }: Court, judged: readonly JudgedAttempt[]): RepairedStep[] {
  const found = new Map<string, RepairedStep>();
  const stopped = judged.flatMap(({ corrected, ...one }) =>
    corrected !== null && FAULTS_OF_THE_END.has(one.refusedBy) ? [{ ...one, corrected }] : [],
  );
  for (const one of stopped.toSorted((a, b) => byLikelihood(a.corrected, b.corrected))) {
    const { corrected, attempt } = one;
    const steps = stepsToChange({ statement, wrong, corrected, claimedStep: attempt.claimedStep });
    const text = steps?.join("") ?? "";
    if (steps !== null) found.set(text, { steps, by: [...(found.get(text)?.by ?? []), one] });
  }
  return [...found.values()].toSorted((a, b) => b.by.length - a.by.length);
}

async function continueStep(court: Court, { steps, by }: RepairedStep): Promise<JudgedAttempt | null> {
  const { statement, wrong, rollouts } = court;
  const [first] = by;
  if (first === undefined) return null;
  const { claimedStep } = first.attempt;
  const { chains } = await rollouts.from(steps);
  const corrected = distinctById(chains.filter(isRight))
    .toSorted(byLikelihood)
    .find((chain) => refusal({ statement, wrong, corrected: chain, claimedStep }) === null);
  if (corrected === undefined) return null;
  const values = await testLuck({ ...court, corrected });
  return values === null ? null : { ...first, corrected, refusedBy: null, values };
}
