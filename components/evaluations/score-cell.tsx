import { ScoreBar } from "@/components/charts";
import { isOver } from "@/components/runs/run-status";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { modelColour } from "./model-colour";
import { intervalWords, leadingScore, shareWords } from "./score-words";

/** pass@1 or avg@k with its interval, in a table's cell: hollow and said so while it is only an estimate. */
export function ScoreCell({ evaluation }: { readonly evaluation: EvaluationView }) {
  const leading = leadingScore(evaluation.score);
  if (leading === null) return <span className="text-ink-faint">not yet</span>;
  const { name, pass } = leading;
  const hollow = evaluation.status !== "finished";
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{shareWords(pass.score)}</span>
        <span className="text-sm text-ink-soft">{name}</span>
        {hollow ? (
          <span className="text-sm text-ink-soft">{isOver(evaluation.status) ? "of a part" : "so far"}</span>
        ) : null}
      </p>
      <ScoreBar {...pass.score} colour={modelColour(evaluation.model.id)} hollow={hollow} />
      <p className="text-sm whitespace-nowrap text-ink-soft">{intervalWords(pass.score)}</p>
    </div>
  );
}
