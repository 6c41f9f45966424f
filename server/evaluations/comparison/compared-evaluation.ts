import type { EvaluationView } from "../evaluation-view";
import type { ComparedEvaluation } from "./comparison-view";

/** What a comparison says of an evaluation that it stands on. */
export function comparedEvaluation(view: EvaluationView): ComparedEvaluation {
  const { id, model, status, preset, subset, protocol, scoredWith, createdAt, itemsDone } = view;
  const { callCount, promptTokens, generatedTokens, activeMs } = view;
  return {
    id,
    modelId: model.id,
    status,
    preset,
    subset,
    protocol,
    scoredWith,
    createdAt,
    itemsDone,
    callCount,
    promptTokens,
    generatedTokens,
    activeMs,
  };
}
