import type { ProcessScorer, StepValue } from "./scorer";

/** Below this a model says that a step is wrong. */
const MODEL_SAYS_WRONG = 0.5;

/**
 * Consensus of rollouts and a model (Zhang et al., arXiv 2501.07301: where they agree the labels are better than
 * either's alone): a step is worth the mean of both. Where one of the two cannot tell, nor can the consensus.
 */
export function consensusScorer(monteCarlo: ProcessScorer, model: ProcessScorer): ProcessScorer {
  return {
    async score(groups) {
      const [drawn, told] = await Promise.all([monteCarlo.score(groups), model.score(groups)]);
      return groups.map((siblings, group) =>
        siblings.map((_, index) => meanOf(drawn[group]?.[index] ?? null, told[group]?.[index] ?? null)),
      );
    },
  };
}

function meanOf(drawn: StepValue | null, told: StepValue | null): StepValue | null {
  if (drawn === null || told === null) return null;
  return { ...told, value: (drawn.value + told.value) / 2, rollouts: drawn.rollouts };
}

/**
 * Whether a step may be called wrong: no rollout from it came out right, and a second signal, where there is
 * one, agrees (method: consensus rule).
 *
 * @param told the model's value; null where the run has no model or it could not tell
 */
export function isLabelledWrong({
  right,
  told,
}: {
  readonly right: number;
  readonly told: number | null;
}): boolean {
  return right === 0 && (told === null || told < MODEL_SAYS_WRONG);
}
