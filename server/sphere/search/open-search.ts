import { Rollouts } from "../rollouts";
import { type OpenScorer, openScorer } from "../scorers/open-scorer";
import { SearchTree } from "../search-tree";
import type { OpenStage } from "../stage";
import type { OpenSearch } from "./search";

/** An empty tree with the run's scorer, for a step-wise search. */
export function openSearch(stage: OpenStage): OpenSearch & { readonly scorer: OpenScorer } {
  const { rolloutsPerPrefix } = stage.config;
  const rollouts = new Rollouts(stage, {
    purpose: "rollout",
    limit: rolloutsPerPrefix,
    batch: rolloutsPerPrefix,
    until: null,
  });
  return {
    stage,
    rollouts,
    tree: new SearchTree(stage.io),
    scorer: openScorer(stage, rollouts),
    chains: [],
  };
}
