/** Every constant of the method that a run can change. Defaults: `DEFAULT_SPHERE_CONFIG`, each with its source. */
export interface SphereConfig {
  /** Stages to run after self-generation, which always runs. */
  readonly selfCorrection: boolean;
  readonly diversityInduction: boolean;
  /** N0: samples of the whole solution drawn first. */
  readonly rootSamples: number;
  /** K: most rollouts from one prefix before it is called unsolvable. */
  readonly rolloutsPerPrefix: number;
  /** Wrong chains of a problem whose first wrong step is located. */
  readonly wrongChains: number;
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
  /** 2E: solutions asked of the small model in stage 3. */
  readonly smallModelSamples: number;
  /** Smallest difference of Monte-Carlo values between chosen and rejected. */
  readonly minMargin: number;
  /** Smallest edit distance, in characters, between the first differing steps. */
  readonly minEditDistance: number;
  /** Pairs kept of one problem, all stages. */
  readonly pairsPerProblem: number;
}

export const DEFAULT_SPHERE_CONFIG: SphereConfig = {
  selfCorrection: true,
  diversityInduction: true,
  rootSamples: 8, // DPO-VP, Online-DPO-R1
  rolloutsPerPrefix: 8, // Math-Shepherd
  wrongChains: 2,
  temperature: 0.8, // SPHERE
  topP: 0.95, // Step-DPO
  maxTokens: 1024,
  maxDepth: 16, // rStar-Math
  correctionSamples: 10, // 2E
  correctionRounds: 2,
  smallModelSamples: 10, // SPHERE: 2E, E = 5
  minMargin: 0.5, // rStar-Math's 0.5 on [-1, 1] doubled for estimates from 8 rollouts
  minEditDistance: 20, // rStar-Math
  pairsPerProblem: 4,
};
