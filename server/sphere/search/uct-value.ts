/** Weight of the prior against outcomes, in visits. */
const KAPPA = 1;
/** What the root is worth before anything is known of it. */
export const IGNORANCE = 0.5;

export interface Visited {
  /** W: sum of outcomes in [0, 1]. */
  readonly wins: number;
  /** N: completed visits. */
  readonly visits: number;
}

/** Q = (W + kappa prior) / (N + kappa): the mean outcome, drawn towards the prior while visits are few. */
export function outcomeValue({ wins, visits }: Visited, prior: number): number {
  return (wins + KAPPA * prior) / (visits + KAPPA);
}

export interface ValuedNode {
  /** Q. */
  readonly outcome: number;
  /** Value of a trained process reward model; null without one. */
  readonly prm: number | null;
  /** a: the model's share. */
  readonly scoreWeight: number;
}

/** V = a prm + (1 - a) Q. */
export function nodeValue({ outcome, prm, scoreWeight }: ValuedNode): number {
  return prm === null ? outcome : scoreWeight * prm + (1 - scoreWeight) * outcome;
}

export interface Selectable {
  /** V. */
  readonly value: number;
  /** N + O: visits done and in flight. */
  readonly visits: number;
  /** The same of its parent. */
  readonly parentVisits: number;
  /** c. */
  readonly exploration: number;
}

/**
 * V + c sqrt(ln(1 + N_p + O_p) / (1 + N + O)). Visits in flight count on both sides (WU-UCT), so that several
 * leaves of one tree can be worked on at once without a made-up outcome.
 */
export function selectionScore({ value, visits, parentVisits, exploration }: Selectable): number {
  return value + exploration * Math.sqrt(Math.log(1 + parentVisits) / (1 + visits));
}
