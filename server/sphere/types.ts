import type { Grade, ModelRole, SampleRef, Stage } from "./io";

export const BUCKETS = ["easy", "mixed", "hard"] as const;
/** All root samples right / some right / none right: which stage a problem feeds (method: self-generation). */
export type Bucket = (typeof BUCKETS)[number];

export const TERMINAL_KINDS = [
  "boxed",
  "end-of-turn",
  "truncated",
  "repetition",
  "too-deep",
  "empty",
] as const;
/** How a chain ended. Only the first two, with an answer read, are *clean*. */
export type TerminalKind = (typeof TERMINAL_KINDS)[number];

export const CHAIN_ORIGINS = [
  "root-sample",
  "rollout",
  "correction",
  "small-model",
  "policy-variant",
] as const;
export type ChainOrigin = (typeof CHAIN_ORIGINS)[number];

/** One full solution. `steps` joined is `text`. */
export interface Chain extends Grade {
  /** Content id within the problem: equal texts are one chain. */
  readonly id: string;
  readonly origin: ChainOrigin;
  readonly stage: Stage;
  readonly role: ModelRole;
  /** The sample that wrote the end of the chain; it continued `prefix`. */
  readonly sample: SampleRef;
  readonly prefix: string;
  readonly text: string;
  readonly steps: readonly string[];
  readonly terminal: TerminalKind;
  readonly tokens: number;
  readonly meanLogprob: number | null;
  /** 0-based index of the first wrong step, where rollouts located it. */
  readonly firstWrongStep: number | null;
}

/** A prefix of chains in the search tree. The root has depth 0, no step and no parent. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  /** Text that this node adds to its parent's. */
  readonly step: string;
  /**
   * Rollouts of the policy through this node (N) and how many of them were right (W). Corrections, the small
   * model's chains and samples at other temperatures give nodes, not counts.
   */
  readonly visits: number;
  readonly wins: number;
  /** Monte-Carlo value W/N in [0, 1]; null before the first rollout. */
  readonly value: number | null;
  readonly terminal: TerminalKind | null;
  readonly verdict: Grade["verdict"] | null;
  /** The chain that ends here, if one does. */
  readonly chainId: string | null;
}

/** An attempt of stage 2 to repair a wrong chain. */
export interface Correction {
  readonly id: string;
  readonly wrongChainId: string;
  /** The reflection call's sample. */
  readonly sample: SampleRef;
  /** Raw reply. */
  readonly reply: string;
  /** 0-based step that the model blamed, if it named one. */
  readonly claimedStep: number | null;
  readonly explanation: string | null;
  /** The repaired chain, where one could be read from the reply. */
  readonly chainId: string | null;
  readonly accepted: boolean;
  /** The acceptance rule that refused it, a key of `CORRECTION_RULES`; null when accepted. */
  readonly refusedBy: string | null;
}

export const PAIR_LEVELS = ["solution", "prefix"] as const;
export type PairLevel = (typeof PAIR_LEVELS)[number];

/** One preference: after prompt + `prefix`, `chosen` is better than `rejected`. Both run to the end. */
export interface PreferencePair {
  readonly id: string;
  readonly stage: Stage;
  readonly level: PairLevel;
  /** Shared start of both answers, byte for byte; "" at solution level. */
  readonly prefix: string;
  readonly prefixSteps: number;
  readonly chosen: string;
  readonly rejected: string;
  readonly chosenChainId: string;
  readonly rejectedChainId: string;
  readonly correctionId: string | null;
  /** 0-based, in the rejected chain. */
  readonly firstWrongStep: number | null;
  /** Monte-Carlo values in [0, 1] of what follows the prefix; `margin` is their difference. */
  readonly qChosen: number;
  readonly qRejected: number;
  readonly margin: number;
  /** Rollouts behind the smaller of the two values. */
  readonly rollouts: number;
  /** Token Jaccard of the two completions, in [0, 1]. */
  readonly similarity: number;
  /** Always false: a trainer would teach the false end of a text that was cut, so none is rejected. */
  readonly rejectedTruncated: boolean;
}

/** What a stage made of a problem. The same journal gives the same outcome, byte for byte. */
export interface StageOutcome {
  readonly stage: Stage;
  readonly bucket: Bucket;
  readonly chains: readonly Chain[];
  readonly corrections: readonly Correction[];
  readonly nodes: readonly TreeNode[];
  readonly pairs: readonly PreferencePair[];
  /** Candidates that were dropped, by the rule that dropped them, a key of `DROP_RULES`. */
  readonly dropped: Readonly<Record<string, number>>;
}

/** The problem as the method sees it; the reference answer stays behind `io.grade`. */
export interface SphereProblem {
  readonly id: string;
  readonly statement: string;
}
