import type { ChatMessage } from "./io";
import { stripStepLabel } from "./step-key";
import type { SphereProblem } from "./types";

/** Changes whenever the words of a prompt do, so that runs are compared only with their like. */
export const PROMPT_VERSION = "1";

const user = (content: string): ChatMessage => ({ role: "user", content });

/** Stage 1 and 3, and every rollout: solve the problem in numbered steps. Worded as models of 0.5B were seen to follow. */
export function solveMessages(problem: SphereProblem): readonly ChatMessage[] {
  return [
    user(
      `${problem.statement}\nSolve step by step. Write each step on its own line as "Step k: ...". End with the final answer in \\boxed{}.`,
    ),
  ];
}

export const REFLECTION_PHRASINGS = ["careful", "teacher"] as const;
export type ReflectionPhrasing = (typeof REFLECTION_PHRASINGS)[number];

export interface FlawedSolution {
  readonly problem: SphereProblem;
  readonly steps: readonly string[];
  /** 0-based step to look at first, or null for no suggestion. */
  readonly suspect: number | null;
}

/** Stage 2: find the mistake in a wrong solution and write it anew. The reference answer is never shown. */
export function reflectMessages(
  flawed: FlawedSolution,
  phrasing: ReflectionPhrasing,
): readonly ChatMessage[] {
  const careful = phrasing === "careful";
  const hint =
    flawed.suspect === null
      ? ""
      : `\nAn automatic check suggests looking at Step ${String(flawed.suspect + 1)} first.`;
  const number = flawed.suspect === null ? "i" : String(flawed.suspect + 1);
  return [
    {
      role: "system",
      content: careful
        ? "You are a careful mathematician. You will see a problem and a flawed step-by-step solution."
        : "You are a mathematics teacher. A student's step-by-step solution has a mistake; you repair it.",
    },
    user(
      `Problem: ${flawed.problem.statement}\n\n${careful ? "Flawed solution:" : "Student's solution:"}\n${numbered(flawed.steps)}\n\n` +
        `The final answer above is not correct.${hint}\n` +
        (careful
          ? "Reply in exactly this form:\n"
          : "Name the first step that is wrong, say why, then write the solution from that step on. Use exactly this form:\n") +
        `First wrong step: <number>\nWhat is wrong: <one or two sentences>\nCorrected solution:\nStep ${number}: ...\n` +
        "(continue to the end; finish with \\boxed{})",
    ),
  ];
}

/** Stage 2, where no rollout succeeds: which step goes wrong first, by the model's own reading. */
export function locateMessages(problem: SphereProblem, steps: readonly string[]): readonly ChatMessage[] {
  return [
    user(
      `Problem: ${problem.statement}\n\nSolution:\n${numbered(steps)}\n\n` +
        "The final answer of this solution is not correct. Which step is the earliest wrong one? Reply with its number only.",
    ),
  ];
}

/** Stage 2, correction turns: the same request where nobody says that the solution is wrong. */
export function checkMessages(problem: SphereProblem, steps: readonly string[]): readonly ChatMessage[] {
  return [
    {
      role: "system",
      content:
        "You are a careful mathematician. You will see a problem and a step-by-step solution, which may be right.",
    },
    user(
      `Problem: ${problem.statement}\n\nSolution:\n${numbered(steps)}\n\n` +
        "Reply in exactly this form:\nFirst wrong step: <number, or none>\nWhat is wrong: <one or two sentences, or nothing>\n" +
        "Corrected solution:\nStep i: ...\n(continue to the end; if no step is wrong, repeat the last one; finish with \\boxed{})",
    ),
  ];
}

/**
 * Stage 2, where no reflection succeeded and the run allows it: a critique by one who knows the answer. The reply
 * goes to `repairMessages` only after it was seen not to tell that answer.
 */
export function critiqueMessages(
  problem: SphereProblem,
  steps: readonly string[],
  referenceAnswer: string,
): readonly ChatMessage[] {
  return [
    user(
      `Problem: ${problem.statement}\n\nFlawed solution:\n${numbered(steps)}\n\n` +
        `The final answer above is not correct; the right one is ${referenceAnswer}. Find the first step that is wrong and say what is ` +
        "wrong with it. Neither solve the problem nor mention the right answer. Reply in exactly this form:\n" +
        "First wrong step: <number>\nWhat is wrong: <one or two sentences>",
    ),
  ];
}

export interface Critique {
  /** 0-based. */
  readonly step: number;
  readonly explanation: string;
}

/** Stage 2, hinted: write the solution anew by a critique. The reference answer is not shown. */
export function repairMessages(
  problem: SphereProblem,
  steps: readonly string[],
  { step, explanation }: Critique,
): readonly ChatMessage[] {
  const number = String(step + 1);
  return [
    user(
      `Problem: ${problem.statement}\n\nFlawed solution:\n${numbered(steps)}\n\n` +
        `First wrong step: ${number}\nWhat is wrong: ${explanation}\n\n` +
        `Write the solution anew from Step ${number} on. Reply in exactly this form:\n` +
        `Corrected solution:\nStep ${number}: ...\n(continue to the end; finish with \\boxed{})`,
    ),
  ];
}

export const SOLVE_VARIANTS = ["backwards", "variables", "short", "exemplar"] as const;
export type SolveVariant = (typeof SOLVE_VARIANTS)[number];

const VARIANT_REQUESTS: Readonly<Record<Exclude<SolveVariant, "exemplar">, string>> = {
  backwards: "Solve by working backwards from what is asked.",
  variables: "Define variables first, then write equations and solve them.",
  short: "Give a short solution in as few steps as you can.",
};

/** Our own, in the form that solutions are asked for. */
const EXEMPLAR = {
  statement:
    "A tank holds 60 litres. It is filled for 8 minutes at 5 litres a minute while 2 litres a minute leak out. How many litres does it lack then?",
  solution:
    "Step 1: Each minute 5 - 2 = 3 litres stay in the tank.\nStep 2: After 8 minutes it holds 8 * 3 = 24 litres.\nStep 3: It lacks 60 - 24 = 36 litres, so the answer is \\boxed{36}.",
} as const;

/** Stage 3, where the policy errs in nothing: the same problem, asked in another way. */
export function variantMessages(problem: SphereProblem, variant: SolveVariant): readonly ChatMessage[] {
  const plain = solveMessages(problem);
  if (variant === "exemplar")
    return [
      ...solveMessages({ id: "exemplar", statement: EXEMPLAR.statement }),
      { role: "assistant", content: EXEMPLAR.solution },
      ...plain,
    ];
  return plain.map((message) => ({ ...message, content: `${message.content} ${VARIANT_REQUESTS[variant]}` }));
}

export const VERDICT_ORDERS = ["correct-first", "incorrect-first"] as const;
export type VerdictOrder = (typeof VERDICT_ORDERS)[number];
/** What the judge writes for the first and for the second option. */
export const JUDGE_LABELS = ["A", "B"] as const;

/** A verdict of one token on a partial solution; the reference answer is not shown. */
export function judgeMessages(
  problem: SphereProblem,
  steps: readonly string[],
  order: VerdictOrder,
): readonly ChatMessage[] {
  const options = ["correct", "incorrect"];
  const [first, second] = order === "correct-first" ? options : options.toReversed();
  return [
    user(
      `Problem: ${problem.statement}\n\nPartial solution:\n${numbered(steps)}\n\n` +
        `Is this partial solution correct so far?\n(A) ${String(first)}\n(B) ${String(second)}\nReply with one letter, A or B.`,
    ),
  ];
}

/** Numbered by position, whatever the labels were: a number in the reply then names one step. */
function numbered(steps: readonly string[]): string {
  return steps.map((step, index) => `Step ${String(index + 1)}: ${stripStepLabel(step).trim()}`).join("\n\n");
}
