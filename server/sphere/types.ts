import type { ChatMessage, Grade, ModelRole, SampleRef, Stage } from "./io";

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
  "search",
  "prompt-variant",
  "resample",
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

export const PRUNE_REASONS = ["duplicate", "unparsable", "repeated-step", "implausible", "not-kept"] as const;
/**
 * Why a candidate step was not followed: equal to a sibling, unbalanced mathematics, equal to an earlier step,
 * too unlikely or worthless to be plausible, or neither the best nor the worst of its siblings.
 */
export type PruneReason = (typeof PRUNE_REASONS)[number];

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
  /** Value of this step in [0, 1] by the run's process scorer; null where it was not asked. */
  readonly score: number | null;
  /** Step reward R(s_t) = v_t + lambda (v_t - v_{t-1}) by which siblings were ranked; null outside such a search. */
  readonly reward: number | null;
  readonly pruned: PruneReason | null;
  /** The sample that first wrote this step; null at the root. */
  readonly sample: SampleRef | null;
}

export const GROWTH_KINDS = [
  "root-samples",
  "expansion",
  "rollouts",
  "step-test",
  "selection",
  "luck-check",
  "corrections",
  "mistakes",
] as const;
export type GrowthKind = (typeof GROWTH_KINDS)[number];

/** One step of how a search tree grew, for replay on a page. Counted rollouts go to every ancestor of their end. */
export interface GrowthStep {
  readonly kind: GrowthKind;
  /** The node that was worked from. */
  readonly from: string;
  /** Nodes that this step added, parents first. */
  readonly added: readonly string[];
  /** Ends of the policy's rollouts that it counted: the node where each ended, and whether it was right. */
  readonly counted: readonly { readonly end: string; readonly right: boolean }[];
  /** Nodes that it marked as kept for the best and for the worst path, if it selected. */
  readonly best: string | null;
  readonly worst: string | null;
}

/** How steps were valued where a model was asked to. */
export interface ScoringReport {
  readonly asked: number;
  /** Steps of these that rollouts valued, since the model could not tell of them or of a sibling. */
  readonly byRollouts: number;
}

/** Whether reflection did more than drawing anew: right answers of M reflections against M fresh samples. */
export interface ResamplingControl {
  readonly reflected: { readonly samples: number; readonly right: number };
  readonly resampled: { readonly samples: number; readonly right: number };
}

/** How different the chains of one problem are (method: diversity metrics). */
export interface DiversityReport {
  readonly chains: number;
  /** Distinct n-grams over all n-grams, n = 1..4, in [0, 1]. */
  readonly distinctN: readonly number[];
  /** Mean BLEU-4 of each chain against the others, in [0, 1]; lower is more diverse. Null below two chains. */
  readonly selfBleu: number | null;
  /** Entropy of the final answers, in bits. */
  readonly answerEntropy: number;
  /** Clusters of chains whose operation signatures lie within 0.5. */
  readonly strategies: number;
}

/** A verified solution for supervised training (rejection sampling). */
export interface Demonstration {
  readonly id: string;
  readonly chainId: string;
  readonly completion: string;
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
  /**
   * The repaired chain, where one could be read from the reply; or the right continuation of its repaired step that
   * was accepted in its place.
   */
  readonly chainId: string | null;
  readonly accepted: boolean;
  /** The acceptance rule that refused it, a key of `CORRECTION_RULES`; null when accepted. */
  readonly refusedBy: string | null;
}

export const VALUE_KINDS = ["rollouts", "prm", "judge", "outcome"] as const;
/** Monte-Carlo rollouts, a process reward model, a judge's label probability, or the verdict alone. */
export type ValueKind = (typeof VALUE_KINDS)[number];

export const PAIR_LEVELS = ["solution", "prefix", "correction-turn"] as const;
/** What a pair compares: whole solutions, continuations of one prefix, or reflections on one wrong solution. */
export type PairLevel = (typeof PAIR_LEVELS)[number];

/** One preference: after prompt + `prefix`, `chosen` is better than `rejected`. Both run to the end. */
export interface PreferencePair {
  readonly id: string;
  readonly stage: Stage;
  readonly level: PairLevel;
  /** What is asked where it is not the plain problem (correction turns); null for the plain problem. */
  readonly prompt: readonly ChatMessage[] | null;
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
  /** What the two values are by. */
  readonly valuedBy: ValueKind;
  /** Whether the reference answer helped to write the critique behind the chosen side. */
  readonly hinted: boolean;
  /** Values in [0, 1] of what follows the prefix; `margin` is their difference. */
  readonly qChosen: number;
  readonly qRejected: number;
  readonly margin: number;
  /** Rollouts behind the less tested of the two values; 0 where a model scored. */
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
  /** How the tree grew in this stage, in the order of the method and not of arrival. */
  readonly growth: readonly GrowthStep[];
  /** Stage 1 alone has it. */
  readonly scoring?: ScoringReport;
  readonly control: ResamplingControl | null;
  readonly diversity: DiversityReport | null;
  /** Verified solutions of a rejection-sampling run. */
  readonly demonstrations: readonly Demonstration[];
}

/** The problem as the method sees it; the reference answer stays behind `io.grade`. */
export interface SphereProblem {
  readonly id: string;
  readonly statement: string;
  /** Given only where the configuration allows hinted critiques. */
  readonly referenceAnswer?: string;
}
