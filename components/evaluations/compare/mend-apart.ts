import type { ApartBenchmark, ComparedEvaluation } from "@/server/evaluations/comparison/comparison-view";
import { evaluationPath, newEvaluationPath } from "../paths";
import { protocolPrefill } from "../protocol-prefill";

/** What a person can do so that two can be compared. */
export interface Mend {
  readonly label: string;
  readonly href: ReturnType<typeof newEvaluationPath> | ReturnType<typeof evaluationPath>;
}

/**
 * The way out of a refusal: wait, grade anew where the grader alone differs, both again where the prompt differs (new
 * evaluations take the prompt in force), else the one that lacks it under the protocol of the other.
 */
export function mendApart({ benchmark, reason, evaluations }: ApartBenchmark): Mend {
  const { a, b } = evaluations;
  if (reason.kind === "unfinished") {
    return {
      label: `See the evaluation of ${reason.side.toUpperCase()}`,
      href: evaluationPath(evaluations[reason.side].id),
    };
  }
  if (reason.kind === "no-pass") {
    const model = evaluations[reason.side].modelId;
    const like = reason.side === "a" ? b : a;
    return {
      label: `Evaluate ${reason.side.toUpperCase()} as ${reason.side === "a" ? "B" : "A"} was`,
      href: likePath(like, benchmark.id, [model]),
    };
  }
  if (reason.parts.length === 1 && reason.parts[0] === "grader") {
    const newer = a.scoredWith.localeCompare(b.scoredWith, "en", { numeric: true }) > 0;
    const older = newer ? ("b" as const) : ("a" as const);
    return {
      label: `Grade ${older.toUpperCase()} anew`,
      href: evaluationPath(evaluations[older].id),
    };
  }
  if (reason.parts.includes("prompt")) {
    return {
      label: "Evaluate both again under one protocol",
      href: likePath(a, benchmark.id, [a.modelId, b.modelId]),
    };
  }
  // The larger one stays: what fewer items could tell, more tell better.
  const [kept, again] = b.subset.items > a.subset.items ? (["b", "a"] as const) : (["a", "b"] as const);
  return {
    label: `Evaluate ${again.toUpperCase()} again as ${kept.toUpperCase()} was`,
    href: likePath(evaluations[kept], benchmark.id, [evaluations[again].modelId]),
  };
}

function likePath(like: ComparedEvaluation, benchmarkId: string, modelIds: readonly string[]): Mend["href"] {
  return newEvaluationPath({
    ...protocolPrefill(like),
    modelIds: [...new Set(modelIds)],
    benchmarkIds: [benchmarkId],
  });
}
