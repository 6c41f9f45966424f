import { formatCount, formatInteger } from "@/components/ui/format";
import type { ApartPart } from "@/server/evaluations/apart.schema";
import type { ApartBenchmark, ComparedEvaluation } from "@/server/evaluations/comparison/comparison-view";
import type { PassName } from "@/server/evaluations/evaluations.schema";
import { subsetWords } from "../subset-words";

const SIDE = { a: "A", b: "B" } as const;
const PASS: Readonly<Record<PassName, string>> = { greedy: "greedy pass", sampled: "sampled pass" };

/** Why two evaluations cannot be compared: one sentence for each thing that keeps them apart. */
export function apartReasonWords({ reason, evaluations }: ApartBenchmark, pass: PassName): string[] {
  const { a, b } = evaluations;
  if (reason.kind === "no-pass") return [`${SIDE[reason.side]} was evaluated without a ${PASS[pass]}.`];
  if (reason.kind === "protocol") {
    const { sharedItems } = reason;
    return reason.parts.map((part) => PART_WORDS[part]({ a, b, sharedItems }));
  }
  const { status, itemsDone, subset } = evaluations[reason.side];
  return [
    `The evaluation of ${SIDE[reason.side]} is ${status}, with ${formatInteger(itemsDone)} of ${formatInteger(subset.items)} items done: figures that still grow are not tested.`,
  ];
}

interface Sides {
  readonly a: ComparedEvaluation;
  readonly b: ComparedEvaluation;
  readonly sharedItems: number;
}

const PART_WORDS: Readonly<Record<ApartPart, (sides: Sides) => string>> = {
  items: ({ a, b, sharedItems }) =>
    `They were asked other items: A ${subsetWords(a.subset)}, B ${subsetWords(b.subset)}. ${
      sharedItems === 0
        ? "They share none."
        : `They share ${formatCount(sharedItems, "item")}; what is left of two choices is a choice that nobody made.`
    }`,
  prompt: ({ a, b }) =>
    a.protocol.promptVersion === b.protocol.promptVersion
      ? "The words of the prompt differ."
      : `The prompt differs: version ${a.protocol.promptVersion} for A, ${b.protocol.promptVersion} for B.`,
  sampling: ({ a, b }) => `The sampling differs: ${samplingWords(a)} for A, ${samplingWords(b)} for B.`,
  "max-tokens": ({ a, b }) =>
    `Answers were cut at another length: ${formatInteger(a.protocol.maxTokens)} tokens for A, ${formatInteger(b.protocol.maxTokens)} for B.`,
  grader: ({ a, b }) => `They were graded by other graders: ${a.scoredWith} for A, ${b.scoredWith} for B.`,
};

function samplingWords({ protocol: { sampled } }: ComparedEvaluation): string {
  if (sampled === null) return "no sampled answers";
  return `${formatCount(sampled.samples, "answer")} at temperature ${String(sampled.temperature)}, top-p ${String(sampled.topP)}`;
}
