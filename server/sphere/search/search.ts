/**
 * `search` owns how stage 1 explores a problem: the three modes (`two-path`, `uct`, `omega`) and what they share.
 * Two-path and uct work in rounds whose requests are known before the first is sent and whose answers are applied
 * in the order of the requests, so the order of arrival decides nothing; other problems fill the engine meanwhile.
 */
import type { StepValue } from "../scorers/scorer";
import type { ProcessScorer } from "../scorers/scorer";
import type { DropCounts } from "../pairs/drop-rules";
import type { CandidateGroup } from "../pairs/select-pairs";
import type { Rollouts } from "../rollouts";
import type { SearchNode } from "../search-node";
import type { SearchTree } from "../search-tree";
import type { OpenStage } from "../stage";
import type { Bucket, Chain, ScoringReport } from "../types";

/** A search while it runs. */
export interface OpenSearch {
  readonly stage: OpenStage;
  readonly tree: SearchTree;
  readonly rollouts: Rollouts;
  readonly scorer: ProcessScorer;
  /** Every chain that the search wrote, in the order in which it was added to the tree. */
  readonly chains: Chain[];
}

/** A partial solution that step-wise search may extend. */
export interface SearchPath {
  readonly node: SearchNode;
  readonly parent: SearchPath | null;
  readonly steps: readonly string[];
  readonly text: string;
  /** Tokens generated on the way. */
  readonly tokens: number;
  /** Mean natural-log probability a token, of the last step and of the whole path; null where unknown. */
  readonly stepLogprob: number | null;
  readonly meanLogprob: number | null;
  /** The chain, if the path has come to an end. */
  readonly ended: Chain | null;
  /** Worth of the last step; null at the root and where nothing could tell. */
  readonly value: StepValue | null;
  readonly reward: number | null;
}

/** What a mode hands back: all that stage 1 makes its outcome of. */
export interface SearchResult {
  readonly bucket: Bucket;
  readonly chains: readonly Chain[];
  /** The same as they were written, equal ones included: what diversity is measured on. */
  readonly sampled: readonly Chain[];
  readonly tree: SearchTree;
  /** Candidate pairs, to be judged. */
  readonly groups: readonly CandidateGroup[];
  readonly drops: DropCounts;
  readonly scoring: ScoringReport;
}

export function rootPath(tree: SearchTree): SearchPath {
  return {
    node: tree.root,
    parent: null,
    steps: [],
    text: "",
    tokens: 0,
    stepLogprob: null,
    meanLogprob: null,
    ended: null,
    value: null,
    reward: null,
  };
}
