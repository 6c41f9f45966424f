import { formatCount } from "@/components/ui/format";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { subsetWords } from "../subset-words";

/** "100 of 500, seed 0, graded by 1.1.0": what the numbers stand on, and how far they are. */
export function standsOnWords(
  evaluation: Pick<EvaluationView, "benchmark" | "subset" | "status" | "score" | "scoredWith">,
): string {
  const { benchmark, subset, status, score, scoredWith } = evaluation;
  const part = `${benchmark.name}, ${subsetWords(subset)}; grader ${scoredWith}`;
  if (status === "finished") return `${part}.`;
  const done = score === null ? "no item done yet" : `over the ${formatCount(score.items, "item")} done`;
  return `${part}; ${done}. It moves until all are.`;
}
