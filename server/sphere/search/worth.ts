import type { StepValue } from "../scorers/scorer";
import type { SearchNode } from "../search-node";
import type { SearchPath } from "./search";

/** What a step is worth when pairs are made, and what says so. */
export interface Worth {
  readonly q: number;
  readonly kind: StepValue["kind"];
  /** Rollouts behind it. */
  readonly rollouts: number;
}

/** Worth of a node's step; null where neither a scorer nor a rollout says anything. */
export type WorthOf = (node: SearchNode) => Worth | null;

/** By the scorer where a model had a say, else by all rollouts that went through the node. */
export function scoredWorth(paths: readonly SearchPath[]): WorthOf {
  const values = new Map(paths.map(({ node, value }) => [node, value]));
  return (node) => {
    const value = values.get(node) ?? null;
    return value !== null && value.kind !== "rollouts"
      ? { q: value.value, kind: value.kind, rollouts: value.rollouts }
      : rolloutWorth(node);
  };
}

export function rolloutWorth({ visits, wins }: SearchNode): Worth | null {
  return visits === 0 ? null : { q: wins / visits, kind: "rollouts", rollouts: visits };
}
