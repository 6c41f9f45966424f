export interface RewardedStep {
  /** v_t: the process score of the step, in [0, 1]. */
  readonly value: number;
  /** v_{t-1}: its parent's, by the same measure; null for a first step, or where the parent has none. */
  readonly before: number | null;
  /** Weight of progress. */
  readonly lambda: number;
}

/**
 * Reward of a step: R(s_0) = v_0, R(s_t) = v_t + lambda (v_t - v_{t-1}).
 *
 * Our reading: the paper says that "an advantage reward that accounts for progress made" is incorporated, but
 * its formula was not public. Siblings share their parent, so any such mix, whatever lambda > -1, ranks them as
 * their values do: the choice of the best and the worst does not depend on it. It shows where steps with
 * different parents are compared.
 */
export function stepReward({ value, before, lambda }: RewardedStep): number {
  return before === null ? value : value + lambda * (value - before);
}
