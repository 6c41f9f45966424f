import type { Rollouts } from "../rollouts";
import { isRight } from "../terminal";
import type { ProcessScorer, ScoredStep, StepValue } from "./scorer";

export interface MonteCarloPlan {
  /** K: rollouts of one prefix. */
  readonly rollouts: number;
  /** Soft: the share of K that comes out right. Hard: whether any does, two at a time until one does. */
  readonly estimate: "soft" | "hard";
}

/** Rollouts drawn at once while one right is enough. */
const HARD_BATCH = 2;

/**
 * Monte-Carlo value of a step (Math-Shepherd's soft and hard estimation), by rollouts that the whole stage shares.
 * A step that ends the solution is worth what the solution came to.
 */
export function monteCarloScorer(rollouts: Rollouts, plan: MonteCarloPlan): ProcessScorer {
  const hard = plan.estimate === "hard";
  const test = {
    limit: plan.rollouts,
    batch: hard ? HARD_BATCH : plan.rollouts,
    until: hard ? "right" : null,
  } as const;

  async function valueOf({ steps, ended }: ScoredStep): Promise<StepValue | null> {
    const drawn =
      ended === null ? await rollouts.from(steps, test) : { chains: [ended], wins: Number(isRight(ended)) };
    const count = drawn.chains.length;
    if (count === 0) return null;
    const value = hard ? Math.min(1, drawn.wins) : drawn.wins / count;
    return { value, kind: "rollouts", model: null, rollouts: count };
  }

  return {
    score: (groups) => Promise.all(groups.map((siblings) => Promise.all(siblings.map(valueOf)))),
  };
}
