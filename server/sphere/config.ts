export const RUN_KINDS = ["sphere", "iid-pairs", "rejection-sampling"] as const;
/**
 * The method; or a baseline at the same token budget: pairs of plain samples (the longest right against a random
 * wrong one, DPO-VP), or right plain samples for supervised training (RFT).
 */
export type RunKind = (typeof RUN_KINDS)[number];

export const SEARCH_MODES = ["two-path", "uct", "omega"] as const;
/** How stage 1 searches; `self-generation.ts` says what each does. */
export type SearchMode = (typeof SEARCH_MODES)[number];

export const SCORERS = ["monte-carlo-soft", "monte-carlo-hard", "prm", "judge", "consensus"] as const;
/**
 * What a step is worth: the share of rollouts that succeed, whether any does, a process reward model's value, a
 * judge's label probability, or rollouts and a model together.
 */
export type Scorer = (typeof SCORERS)[number];

/** Every constant of the method that a run can change. Defaults: `DEFAULT_SPHERE_CONFIG`, each with its source. */
export interface SphereConfig {
  readonly mode: SearchMode;
  readonly scorer: Scorer;
  /** Stages to run after self-generation, which always runs. */
  readonly selfCorrection: boolean;
  readonly diversityInduction: boolean;
  /** N0: samples of the whole solution drawn first (omega), or drawn in all (baselines). */
  readonly rootSamples: number;
  /** K: most rollouts from one prefix before it is called unsolvable. */
  readonly rolloutsPerPrefix: number;
  /** Rollouts behind the final label of a first wrong step. */
  readonly finalLabelRollouts: number;
  /** Wrong chains of a problem whose first wrong step is located. */
  readonly wrongChains: number;
  /** E: candidates of one step (two-path, uct). */
  readonly candidates: number;
  /** Most tokens of one step (two-path, uct). */
  readonly maxStepTokens: number;
  /** Rounds of select, expand, score and back up (uct). */
  readonly iterations: number;
  /** c of the UCT rule for values in [0, 1]. */
  readonly exploration: number;
  /** Weight a of the process score against rollouts in a node's value (uct). */
  readonly scoreWeight: number;
  /** Weight of progress in the step reward R(s_t) = v_t + lambda (v_t - v_{t-1}). */
  readonly lambda: number;
  readonly temperature: number;
  readonly topP: number;
  /** Most tokens of one solution. */
  readonly maxTokens: number;
  /** D: most steps of one solution. */
  readonly maxDepth: number;
  /** M: reflections on one wrong chain. */
  readonly correctionSamples: number;
  /** Rounds of reflection on a problem. */
  readonly correctionRounds: number;
  /** Draw as many fresh samples as there were reflections, to see whether reflection helps. */
  readonly resamplingControl: boolean;
  /** Where no reflection succeeds, let the reference answer guide a critique (never the corrected text). */
  readonly hintedCritique: boolean;
  /** Also make pairs of the reflections themselves. */
  readonly correctionTurnPairs: boolean;
  /** 2E: solutions asked of the small model in stage 3. */
  readonly smallModelSamples: number;
  /** Natural logs a token by which the policy may find a rejected text less likely than its own samples. */
  readonly maxLogprobGap: number;
  /** Smallest difference of Monte-Carlo values between chosen and rejected. */
  readonly minMargin: number;
  /** The same where a process reward model or a judge gives the values. */
  readonly minMarginScored: number;
  /** Smallest edit distance, in characters, between the first differing steps. */
  readonly minEditDistance: number;
  /** Token Jaccard above which two texts of one side are near duplicates. */
  readonly maxJaccard: number;
  /** Pairs kept of one problem, all stages. */
  readonly pairsPerProblem: number;
  /** Hold pairs back until chosen and rejected are equally long on average (within 10 per cent). */
  readonly lengthBalance: boolean;
  /** Hold pairs back until no stage has more than its share (60, 25 and 25 per cent). */
  readonly stageMix: boolean;
}

export const DEFAULT_SPHERE_CONFIG: SphereConfig = {
  mode: "omega", // OmegaPRM; the default without a process reward model
  scorer: "monte-carlo-soft", // Math-Shepherd
  selfCorrection: true,
  diversityInduction: true,
  rootSamples: 8, // DPO-VP, Online-DPO-R1
  rolloutsPerPrefix: 8, // Math-Shepherd
  finalLabelRollouts: 16, // OpenR's OmegaPRM
  wrongChains: 2,
  candidates: 5, // SPHERE
  maxStepTokens: 256,
  iterations: 16, // MCTSr
  exploration: 1, // rStar and ReST-MCTS* after rescaling to [0, 1]
  scoreWeight: 0.5, // ReST-MCTS*
  lambda: 1, // the paper's formula was not public
  temperature: 0.8, // SPHERE
  topP: 0.95, // Step-DPO
  maxTokens: 1024,
  maxDepth: 16, // rStar-Math
  correctionSamples: 10, // 2E
  correctionRounds: 2,
  resamplingControl: true,
  hintedCritique: false,
  correctionTurnPairs: false,
  smallModelSamples: 10, // SPHERE: 2E, E = 5
  maxLogprobGap: 1,
  minMargin: 0.5, // rStar-Math's 0.5 on [-1, 1] doubled for estimates from 8 rollouts
  minMarginScored: 0.2,
  minEditDistance: 20, // rStar-Math
  maxJaccard: 0.7, // DPO-ST
  pairsPerProblem: 4,
  lengthBalance: true,
  stageMix: false,
};
