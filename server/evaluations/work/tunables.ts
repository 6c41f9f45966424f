/** Evaluations that one worker serves at once, beside its runs; the dispatcher shares an engine between all of them. */
export const EVALUATIONS_AT_ONCE = 2;
