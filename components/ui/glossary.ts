interface GlossaryEntry {
  /** As it stands in a sentence. */
  readonly name: string;
  /** One plain sentence. */
  readonly meaning: string;
  /** Where it comes from: the stage of the SPHERE paper, or the paper that introduced it. */
  readonly source: string;
}

/** Terms of the field that pages use, each explained once. */
export const GLOSSARY = {
  policy: {
    name: "policy",
    meaning: "The model that is to get better: it writes the solutions and is trained on the pairs.",
    source: "SPHERE (arXiv 2503.04813), the loop",
  },
  "small-model": {
    name: "small model",
    meaning: "A weaker model that supplies plausible mistakes where the policy makes none.",
    source: "SPHERE, stage 3: Diversity Induction",
  },
  "self-generation": {
    name: "self-generation",
    meaning:
      "Stage 1: search for the best and the worst plausible chain of steps the policy writes for a problem.",
    source: "SPHERE, stage 1: Self-Generation",
  },
  "self-correction": {
    name: "self-correction",
    meaning: "Stage 2: the policy reflects on a wrong chain, names the wrong step and repairs it.",
    source: "SPHERE, stage 2: Self-Correction",
  },
  "diversity-induction": {
    name: "diversity induction",
    meaning: "Stage 3: where the policy is always right, a smaller model writes the plausible wrong chains.",
    source: "SPHERE, stage 3: Diversity Induction",
  },
  chain: {
    name: "chain",
    meaning: "One full solution, step by step, from the statement to the answer.",
    source: "SPHERE, stage 1: Self-Generation",
  },
  step: {
    name: "step",
    meaning: "One numbered thought of a chain; the unit that is searched, valued and compared.",
    source: "SPHERE, stage 1: Self-Generation",
  },
  prefix: {
    name: "prefix",
    meaning: "The first steps of a chain, kept byte for byte while the rest is written anew.",
    source: "Step-DPO (arXiv 2406.18629)",
  },
  rollout: {
    name: "rollout",
    meaning: "One continuation of a prefix to its end, drawn at random, to see whether it comes out right.",
    source: "Math-Shepherd (arXiv 2312.08935)",
  },
  value: {
    name: "value",
    meaning: "The share of rollouts from a prefix that end in the right answer, from 0 to 1.",
    source: "Math-Shepherd (arXiv 2312.08935)",
  },
  visits: {
    name: "visits",
    meaning: "How many rollouts went through a node of the search tree.",
    source: "SPHERE, stage 1: pruned tree search",
  },
  pruned: {
    name: "pruned",
    meaning: "Left out of the search: only the best and the worst branch of each step are kept.",
    source: "SPHERE, stage 1: pruned tree search",
  },
  "search-tree": {
    name: "search tree",
    meaning: "All the prefixes that were tried for a problem, each a branch of the one before.",
    source: "SPHERE, stage 1: pruned tree search",
  },
  "preference-pair": {
    name: "preference pair",
    meaning: "Two answers to one problem, of which training should prefer the first.",
    source: "DPO (arXiv 2305.18290)",
  },
  chosen: {
    name: "chosen",
    meaning: "The better answer of a pair: its final answer is right.",
    source: "DPO (arXiv 2305.18290)",
  },
  rejected: {
    name: "rejected",
    meaning: "The worse answer of a pair: its final answer is wrong.",
    source: "DPO (arXiv 2305.18290)",
  },
  margin: {
    name: "margin",
    meaning: "The value of the chosen side less the value of the rejected side; small margins are dropped.",
    source: "rStar-Math (arXiv 2501.04519)",
  },
  "first-wrong-step": {
    name: "first wrong step",
    meaning: "The earliest step after which rollouts no longer reach the right answer.",
    source: "OmegaPRM (arXiv 2406.06592)",
  },
  bucket: {
    name: "bucket",
    meaning:
      "Easy, mixed or hard: whether all, some or none of the first samples were right. It decides the stage.",
    source: "SPHERE, which problems feed stages 2 and 3",
  },
  verdict: {
    name: "verdict",
    meaning: "What comparing the final answer with the reference answer ended with.",
    source: "SPHERE, outcome check",
  },
  "process-reward": {
    name: "process reward",
    meaning: "A score for a step rather than for the final answer.",
    source: "SPHERE, stage 1: step reward",
  },
  dpo: {
    name: "DPO",
    meaning: "Direct preference optimisation: training that raises chosen answers over rejected ones.",
    source: "DPO (arXiv 2305.18290)",
  },
  "pass-at-k": {
    name: "pass@k",
    meaning: "The chance that at least one of k samples is right.",
    source: "Codex (arXiv 2107.03374)",
  },
  "maj-at-k": {
    name: "maj@k",
    meaning: "Whether the commonest answer of k samples is right.",
    source: "Self-consistency (arXiv 2203.11171)",
  },
  temperature: {
    name: "temperature",
    meaning: "How daring the sampling is: 0 always takes the likeliest token, 1 follows the model's odds.",
    source: "SPHERE, settings: 0.8",
  },
  journal: {
    name: "journal",
    meaning: "The record of every model call of a run, so that a restart repeats nothing.",
    source: "This workbench",
  },
  "log-probability": {
    name: "log-probability",
    meaning: "How likely the model found its own text, a token on average; nearer to 0 is surer.",
    source: "DPO (arXiv 2305.18290)",
  },
  campaign: {
    name: "campaign",
    meaning: "A set of review items, with how many people decide on each and what they are shown.",
    source: "This workbench, review",
  },
  overlap: {
    name: "overlap",
    meaning: "How many people decide on each item, without seeing each other's decisions.",
    source: "This workbench, review",
  },
  blind: {
    name: "blind",
    meaning:
      "Verdicts, values and origin stay hidden until the decision, and the sides are swapped at random.",
    source: "This workbench, review",
  },
  "gold-item": {
    name: "gold item",
    meaning:
      "An item whose right decision is known, shown among the others to see how often a person finds it.",
    source: "This workbench, review",
  },
  doubt: {
    name: "doubt",
    meaning:
      "The chance that the true order is the other way: high for a small margin, few rollouts, or a judge that disagrees; none where the grader refused a repair's answer.",
    source: "This workbench, review",
  },
  adjudication: {
    name: "adjudication",
    meaning: "Settling an item on which people disagreed: one decision that counts for all.",
    source: "This workbench, review",
  },
  "krippendorff-alpha": {
    name: "Krippendorff's alpha",
    meaning:
      "How far people agree beyond chance: 1 is perfect, 0 is guessing; above 0.8 decisions can be relied on.",
    source: "Krippendorff (2011), Computing Krippendorff's Alpha-Reliability",
  },
  "fleiss-kappa": {
    name: "Fleiss' kappa",
    meaning:
      "Agreement beyond chance where each item has the same number of people: 1 is perfect, 0 is guessing.",
    source: "Fleiss (1971), Measuring nominal scale agreement among many raters",
  },
  "cohen-kappa": {
    name: "Cohen's kappa",
    meaning:
      "Agreement of two people beyond what their own habits give by chance: 1 is perfect, 0 is chance.",
    source: "Cohen (1960), A coefficient of agreement for nominal scales",
  },
} as const satisfies Record<string, GlossaryEntry>;

export type TermId = keyof typeof GLOSSARY;
