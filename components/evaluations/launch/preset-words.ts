import type { PresetName } from "@/server/evaluations/evaluations.schema";

interface PresetWords {
  readonly label: string;
  /** What it does, then when to take it. */
  readonly lines: readonly [what: string, when: string];
}

export const PRESET_WORDS: Readonly<Record<PresetName, PresetWords>> = {
  quick: {
    label: "Quick look",
    lines: [
      "One greedy answer to 100 problems of each benchmark.",
      "Is it worth more? Differences of less than about ten points stay open.",
    ],
  },
  standard: {
    label: "Standard",
    lines: [
      "All problems: one greedy answer, and 4 sampled ones at T 0.7, top-p 0.95; 32 for AIME and AMC.",
      "To choose between checkpoints: pass@1, avg@k, pass@k and maj@k, each with its interval.",
    ],
  },
  paper: {
    label: "As papers report",
    lines: [
      "One greedy answer to each problem.",
      "To set a number beside published pass@1; other harnesses still differ.",
    ],
  },
  custom: {
    label: "Custom",
    lines: ["What you say below.", "To repeat a protocol, or to draw more answers."],
  },
};
