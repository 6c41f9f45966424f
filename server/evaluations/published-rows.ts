/** A benchmark as its source names it. MATH is the whole test set and MATH-500 a part of it: their numbers are kept apart. */
export type PublishedBenchmark = "GSM8K" | "MATH" | "MATH-500" | "AIME 2024" | "AMC 2023" | "OlympiadBench";

export interface PublishedResult {
  readonly benchmark: PublishedBenchmark;
  /** Per cent before the method, where the source tells it. */
  readonly before: number | null;
  /** Per cent after it, or the one figure told. */
  readonly after: number;
}

/** A row of somebody else's table: their harness, prompt and grader. Context, never a baseline. */
export interface PublishedRow {
  readonly id: string;
  readonly model: string;
  /** What was done to it; null for a model as it was released. */
  readonly method: string | null;
  readonly source: string;
  /** How it was measured, as far as the source tells and it matters. */
  readonly note: string | null;
  readonly results: readonly PublishedResult[];
}

const result = (benchmark: PublishedBenchmark, after: number, before: number | null = null) => ({
  benchmark,
  before,
  after,
});

const STEP_DPO = "Step-DPO, README (dvlab-research/Step-DPO)";
const DPO_VP = "DPO-VP, README (TU2021/DPO-VP)";
const R_STAR = "rStar-Math, abstract and Table 1 (arXiv 2501.04519)";
const DPO_ST = "DPO-ST (TianduoWang/DPO-ST)";
const SEARCH = "With tree search at test time: not pass@1";

/**
 * The reference rows of the method notes (§9) that give a benchmark's figure for a named model, and GPT-4o. None of SPHERE's own
 * numbers is among them: they were not recovered.
 */
export const PUBLISHED_ROWS: readonly PublishedRow[] = [
  {
    id: "gpt-4o",
    model: "GPT-4o",
    method: null,
    source: "As told in the tables of AceMath and rStar-Math",
    note: null,
    results: [result("GSM8K", 92.9), result("MATH", 76.6), result("AIME 2024", 9.3)],
  },
  {
    id: "step-dpo-qwen2-instruct",
    model: "Qwen2-7B-Instruct",
    method: "Step-DPO",
    source: STEP_DPO,
    note: null,
    results: [result("MATH", 58.6, 53), result("GSM8K", 87.9, 85.5)],
  },
  {
    id: "step-dpo-qwen2-sft",
    model: "Qwen2-7B-SFT",
    method: "Step-DPO",
    source: STEP_DPO,
    note: null,
    results: [result("MATH", 55.8, 54.8), result("GSM8K", 88.5, 88.2)],
  },
  {
    id: "step-dpo-deepseekmath-rl",
    model: "DeepSeekMath-RL 7B",
    method: "Step-DPO",
    source: STEP_DPO,
    note: null,
    results: [result("MATH", 53.2, 51.7), result("GSM8K", 88.7, 88.2)],
  },
  {
    id: "dpo-vp",
    model: "Qwen2.5-Math-7B",
    method: "DPO-VP, 6 rounds",
    source: DPO_VP,
    note: null,
    results: [
      result("MATH-500", 74.8, 64.8),
      result("OlympiadBench", 36.9, 25.6),
      result("AMC 2023", 67.5, 37.5),
      result("AIME 2024", 26.7, 16.7),
    ],
  },
  {
    id: "dpo-vp-qwen2.5-math-instruct",
    model: "Qwen2.5-Math-7B-Instruct",
    method: null,
    source: DPO_VP,
    note: null,
    results: [
      result("MATH-500", 83.2),
      result("OlympiadBench", 38.4),
      result("AMC 2023", 62.5),
      result("AIME 2024", 20),
    ],
  },
  {
    id: "dpo-vp-rstar",
    model: "rStar-Math-7B policy",
    method: "rStar-Math",
    source: DPO_VP,
    note: "Greedy, without search",
    results: [
      result("MATH-500", 78.4),
      result("OlympiadBench", 47.1),
      result("AMC 2023", 47.5),
      result("AIME 2024", 26.7),
    ],
  },
  {
    id: "dpo-vp-prime",
    model: "Eurus-2-7B-PRIME",
    method: null,
    source: DPO_VP,
    note: null,
    results: [result("MATH-500", 74)],
  },
  {
    id: "dpo-vp-simplerl",
    model: "SimpleRL-Zero",
    method: null,
    source: DPO_VP,
    note: null,
    results: [result("MATH-500", 77.2)],
  },
  {
    id: "dpo-vp-pure",
    model: "PURE-VR",
    method: null,
    source: DPO_VP,
    note: null,
    results: [result("MATH-500", 79.8)],
  },
  {
    id: "rstar-qwen2.5-math-7b",
    model: "Qwen2.5-Math-7B",
    method: "rStar-Math",
    source: R_STAR,
    note: SEARCH,
    results: [result("MATH", 90, 58.8)],
  },
  {
    id: "rstar-phi3-mini",
    model: "Phi3-mini",
    method: "rStar-Math",
    source: R_STAR,
    note: SEARCH,
    results: [result("MATH", 86.4, 41.4)],
  },
  {
    id: "rstar-qwen2.5-math-1.5b",
    model: "Qwen2.5-Math-1.5B",
    method: "rStar-Math",
    source: R_STAR,
    note: SEARCH,
    results: [result("MATH", 88.6), result("AIME 2024", 46.7), result("OlympiadBench", 64.6)],
  },
  {
    id: "ties-dpo",
    model: "Qwen2.5-3B-Instruct",
    method: "DPO, beta 0.3",
    source: "Extending DPO to accommodate ties",
    note: "Only an exact answer after #### counts",
    results: [result("GSM8K", 83.7, 70.9)],
  },
  {
    id: "ties-dpo-ties",
    model: "Qwen2.5-3B-Instruct",
    method: "DPO with ties",
    source: "Extending DPO to accommodate ties",
    note: "Only an exact answer after #### counts",
    results: [result("GSM8K", 84.5, 70.9)],
  },
  {
    id: "dpo-st-flan-st",
    model: "Flan-T5-Large",
    method: "Self-training (ST), from SFT",
    source: DPO_ST,
    note: null,
    results: [result("GSM8K", 35.6, 30.8)],
  },
  {
    id: "dpo-st-flan-3",
    model: "Flan-T5-Large",
    method: "DPO-ST, K = 3, from ST",
    source: DPO_ST,
    note: null,
    results: [result("GSM8K", 37.4, 35.6)],
  },
  {
    id: "dpo-st-flan-10",
    model: "Flan-T5-Large",
    method: "DPO-ST, K = 10, from ST",
    source: DPO_ST,
    note: null,
    results: [result("GSM8K", 40, 35.6)],
  },
  {
    id: "dpo-st-llama-2",
    model: "Llama-2-7B",
    method: "DPO-ST",
    source: DPO_ST,
    note: "With a calculator",
    results: [result("GSM8K", 54.7, 45.1)],
  },
  {
    id: "dpo-st-llama-3",
    model: "Llama-3-8B",
    method: "DPO-ST",
    source: DPO_ST,
    note: "With a calculator",
    results: [result("GSM8K", 68.8, 61)],
  },
  {
    id: "irpo",
    model: "Llama-2-70B-chat",
    method: "IRPO",
    source: "IRPO, abstract",
    note: "Also ARC-C, 77.8 → 86.7",
    results: [result("GSM8K", 81.6, 55.6), result("MATH", 20.8, 12.5)],
  },
  {
    id: "mcts-dpo",
    model: "Mistral-7B SFT",
    method: "MCTS-DPO",
    source: "MCTS-DPO, from a secondary note",
    note: "The note tells the gain (+5.9, +5.8); the figure before is computed from it",
    results: [result("GSM8K", 81.8, 75.9), result("MATH", 34.7, 28.9)],
  },
  {
    id: "alphamath-greedy",
    model: "DeepSeekMath-7B",
    method: "AlphaMath",
    source: "AlphaMath, README (MARIO-Math-Reasoning/Super_MARIO)",
    note: "Greedy",
    results: [result("MATH", 53.6)],
  },
  {
    id: "alphamath-sbs",
    model: "DeepSeekMath-7B",
    method: "AlphaMath",
    source: "AlphaMath, README (MARIO-Math-Reasoning/Super_MARIO)",
    note: "Step-level beam search (5, 5): not pass@1",
    results: [result("MATH", 66)],
  },
  {
    id: "qwen2.5-0.5b-instruct",
    model: "Qwen2.5-0.5B-Instruct",
    method: null,
    source: "Qwen2.5 report, from two notes",
    note: null,
    results: [result("GSM8K", 49.6), result("MATH", 34.4)],
  },
  {
    id: "qwen2.5-1.5b-instruct",
    model: "Qwen2.5-1.5B-Instruct",
    method: null,
    source: "Qwen2.5 report, from two notes",
    note: null,
    results: [result("GSM8K", 73.2), result("MATH", 55.2)],
  },
  {
    id: "llama-3.2-1b-instruct",
    model: "Llama-3.2-1B-Instruct",
    method: null,
    source: "Meta, from a note",
    note: null,
    results: [result("GSM8K", 44.4), result("MATH", 30.6)],
  },
  {
    id: "openr-qwen2.5-math-1.5b-instruct",
    model: "Qwen2.5-Math-1.5B-Instruct",
    method: null,
    source: "OpenR, README (openreasoner/openr)",
    note: "Greedy",
    results: [result("MATH-500", 73.4)],
  },
];
