import type { Path } from "react-hook-form";
import type { LaunchRun } from "@/server/runs/runs.schema";

export type FieldGroup =
  | "what"
  | "search"
  | "limits"
  | "self-generation"
  | "self-correction"
  | "diversity-induction"
  | "pairs";

/** A field of the launch form by its path: `seed`, `config.temperature`. A dry run is asked for by a button. */
export type RunFieldPath = Exclude<Path<LaunchRun>, "config" | "dryRun">;

export interface RunField {
  readonly label: string;
  /** One plain line: what it is and what more or less of it does. */
  readonly help: string;
  /** Where the default comes from; absent where it is the workbench's own choice. */
  readonly source?: string;
  readonly group: FieldGroup;
  /** Step of the number control; absent for what is not a number. */
  readonly step?: number;
}

/** Every field of `launchRunSchema`, in the order of the form. The run page names its settings by it too. */
export const RUN_FIELDS = {
  kind: {
    label: "What to run",
    help: "The method, or a baseline at the same budget to hold it against.",
    group: "what",
  },
  name: { label: "Name", help: "How you will find it again.", group: "what" },
  policyModelId: {
    label: "Policy",
    help: "The model that is to get better: it writes the solutions.",
    group: "what",
  },
  smallModelId: {
    label: "Small model",
    help: "Writes plausible mistakes where the policy makes none; without one the policy is sampled more boldly.",
    group: "what",
  },
  scorerModelId: {
    label: "Scorer model",
    help: "The model that values the steps: a process reward model, or any other as judge.",
    group: "search",
  },
  problemSetId: {
    label: "Problem set",
    help: "Training and starter sets; benchmarks are kept out of training.",
    group: "what",
  },
  problemCount: {
    label: "Problems",
    help: "How many to take from the set; the seed chooses which.",
    group: "what",
    step: 1,
  },
  tokenBudget: {
    label: "Token budget",
    help: "The run pauses when so many are generated. Empty: no limit.",
    group: "limits",
    step: 10_000,
  },
  timeBudgetMinutes: {
    label: "Time budget, minutes",
    help: "The run pauses when it has worked for so long. Empty: no limit.",
    group: "limits",
    step: 10,
  },
  maxInFlight: {
    label: "Samples at once",
    help: "Most samples of this run in flight; a larger call goes alone. Empty: as many as the engine takes.",
    group: "limits",
    step: 1,
  },
  priority: {
    label: "Priority",
    help: "Of the runs that wait, the highest goes first; 0 is usual.",
    group: "limits",
    step: 1,
  },
  seed: {
    label: "Seed",
    help: "The same seed chooses the same problems of the set.",
    group: "limits",
    step: 1,
  },
  "config.mode": {
    label: "Search",
    help: "How the best and the worst plausible chain are looked for.",
    group: "search",
  },
  "config.scorer": {
    label: "Steps are valued by",
    help: "What tells a good step from a bad one, and the first wrong step from those before it.",
    group: "search",
  },
  "config.rootSamples": {
    label: "Solutions per problem",
    help: "Whole solutions drawn first. All right makes a problem easy, none right makes it hard.",
    source: "DPO-VP, Online-DPO-R1",
    group: "self-generation",
    step: 1,
  },
  "config.rolloutsPerPrefix": {
    label: "Rollouts per prefix",
    help: "Most continuations from one prefix before it counts as lost. More is surer and dearer.",
    source: "Math-Shepherd",
    group: "self-generation",
    step: 1,
  },
  "config.finalLabelRollouts": {
    label: "Rollouts for the final label",
    help: "Once a first wrong step is found, so many rollouts in all confirm it.",
    source: "OpenR",
    group: "self-generation",
    step: 1,
  },
  "config.wrongChains": {
    label: "Wrong solutions located",
    help: "Wrong solutions of a problem whose first wrong step is looked for.",
    group: "self-generation",
    step: 1,
  },
  "config.candidates": {
    label: "Candidates per step (E)",
    help: "Next steps proposed at once. Whole solutions are drawn twice as many at a time.",
    source: "SPHERE",
    group: "self-generation",
    step: 1,
  },
  "config.maxStepTokens": {
    label: "Tokens per step",
    help: "A proposed step that is longer is cut at its last sentence.",
    group: "self-generation",
    step: 16,
  },
  "config.iterations": {
    label: "Iterations",
    help: "Rounds of select, expand, value and back up. More looks further and costs as much more.",
    source: "MCTSr",
    group: "self-generation",
    step: 1,
  },
  "config.exploration": {
    label: "Exploration (c)",
    help: "How much the search prefers what it has seen little of. 0 only follows the best.",
    source: "rStar, ReST-MCTS*, rescaled",
    group: "self-generation",
    step: 0.1,
  },
  "config.scoreWeight": {
    label: "Weight of the score",
    help: "Share of the scorer in a node's value; the rollouts have the rest. 1 trusts the scorer alone.",
    source: "ReST-MCTS*",
    group: "self-generation",
    step: 0.05,
  },
  "config.lambda": {
    label: "Weight of progress (lambda)",
    help: "R(s_t) = v_t + lambda (v_t - v_(t-1)): how much more a step is worth that makes progress.",
    group: "self-generation",
    step: 0.1,
  },
  "config.temperature": {
    label: "Temperature",
    help: "How daring the sampling is: low repeats itself, high rambles.",
    source: "SPHERE",
    group: "self-generation",
    step: 0.05,
  },
  "config.topP": {
    label: "Top p",
    help: "Only the likeliest tokens that add up to this share are drawn from.",
    source: "Step-DPO",
    group: "self-generation",
    step: 0.05,
  },
  "config.maxTokens": {
    label: "Tokens per solution",
    help: "A solution that is longer is cut off and counts as wrong.",
    group: "self-generation",
    step: 32,
  },
  "config.maxDepth": {
    label: "Steps per solution",
    help: "A solution with more steps is cut off.",
    source: "rStar-Math",
    group: "self-generation",
    step: 1,
  },
  "config.selfCorrection": {
    label: "Self-correction",
    help: "The policy reflects on its wrong solutions and repairs them.",
    source: "SPHERE, stage 2",
    group: "self-correction",
  },
  "config.correctionSamples": {
    label: "Reflections per wrong solution",
    help: "How often the policy may try to repair one wrong solution in a round.",
    source: "SPHERE, 2E with E = 5",
    group: "self-correction",
    step: 1,
  },
  "config.correctionRounds": {
    label: "Rounds of reflection",
    help: "A second round tries again where the first repaired nothing.",
    group: "self-correction",
    step: 1,
  },
  "config.resamplingControl": {
    label: "Resampling control",
    help: "Draws as many fresh solutions as reflections, so that the report can say whether reflecting helps.",
    group: "self-correction",
  },
  "config.hintedCritique": {
    label: "Hinted critique",
    help: "Where nothing is repaired, the reference answer may guide a critique, never the repaired text.",
    source: "SCORE",
    group: "self-correction",
  },
  "config.correctionTurnPairs": {
    label: "Pairs of reflections",
    help: "Also teaches the act of correcting: a reflection that repaired against one that did not.",
    group: "self-correction",
  },
  "config.diversityInduction": {
    label: "Diversity induction",
    help: "Where the policy is always right, plausible wrong solutions come from the small model.",
    source: "SPHERE, stage 3",
    group: "diversity-induction",
  },
  "config.smallModelSamples": {
    label: "Small model's solutions",
    help: "Solutions asked of the small model for an easy problem.",
    source: "SPHERE, 2E with E = 5",
    group: "diversity-induction",
    step: 1,
  },
  "config.maxLogprobGap": {
    label: "Largest gap in likelihood",
    help: "Wrong solutions that the policy finds less likely than its own by more teach nothing. In nats a token.",
    group: "diversity-induction",
    step: 0.1,
  },
  "config.minMargin": {
    label: "Least margin",
    help: "Pairs whose two sides differ less in value are dropped. 1 keeps only certain ones.",
    source: "rStar-Math, doubled for estimates from 8 rollouts",
    group: "pairs",
    step: 0.05,
  },
  "config.minMarginScored": {
    label: "Least margin, by a scorer",
    help: "The same where a process reward model or a judge gives the values.",
    group: "pairs",
    step: 0.05,
  },
  "config.minEditDistance": {
    label: "Least difference",
    help: "Characters in which the first differing steps must differ.",
    source: "rStar-Math",
    group: "pairs",
    step: 1,
  },
  "config.maxJaccard": {
    label: "Most words shared",
    help: "Two solutions on one side that share more of their words count as one.",
    source: "DPO-ST",
    group: "pairs",
    step: 0.05,
  },
  "config.pairsPerProblem": {
    label: "Pairs per problem",
    help: "The best are kept, so that no problem outweighs the others; of a baseline's solutions likewise.",
    group: "pairs",
    step: 1,
  },
  "config.lengthBalance": {
    label: "Balance lengths",
    help: "Holds pairs back until chosen and rejected are equally long on average, so that length is not what is learnt.",
    group: "pairs",
  },
  "config.stageMix": {
    label: "Balance stages",
    help: "Holds pairs back until no stage has more than its share: 60, 25 and 25 per cent.",
    group: "pairs",
  },
} as const satisfies Record<RunFieldPath, RunField>;

/** Whether a text is the path of a field: what comes back from the server is only a text. */
export function isRunFieldPath(path: string): path is RunFieldPath {
  return Object.hasOwn(RUN_FIELDS, path);
}

/** The paths of one group, in the order of the form. */
export function fieldsOf(group: FieldGroup): RunFieldPath[] {
  return Object.keys(RUN_FIELDS)
    .filter(isRunFieldPath)
    .filter((path) => RUN_FIELDS[path].group === group);
}
