import Link from "next/link";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import type { ItemFilter } from "@/server/evaluations/reading/reading.schema";
import { evaluationPath, evaluationsPath } from "./paths";
import { subsetWords } from "./subset-words";

interface EvaluationCrumbsProps {
  readonly evaluation: Pick<EvaluationView, "id" | "model" | "benchmark" | "subset">;
  /** The items from which one came. */
  readonly filter?: ItemFilter;
}

/** The way back: all evaluations, this one, and what part of its benchmark it took. */
export function EvaluationCrumbs({ evaluation, filter }: EvaluationCrumbsProps) {
  return (
    <>
      <Link href={evaluationsPath()} className="link">
        Evaluations
      </Link>
      {" / "}
      <Link href={evaluationPath(evaluation.id, filter)} className="link">
        <bdi>{evaluation.model.name}</bdi> on <bdi>{evaluation.benchmark.name}</bdi>
      </Link>
      , {subsetWords(evaluation.subset)}
    </>
  );
}
