import { meanRate } from "@/components/runs/mean-rate";
import { timeLeftText } from "@/components/runs/time-left-text";
import { formatInteger, formatRate } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";

interface EvaluationProgressProps {
  readonly evaluation: EvaluationView;
  /** For screen readers. */
  readonly label: string;
}

/** Items settled, failed ones among them, with rate and time left while it works. As high in every state. */
export function EvaluationProgress({ evaluation, label }: EvaluationProgressProps) {
  const { itemsDone, itemsFailed, subset, status, activeMs, live } = evaluation;
  const settled = itemsDone + itemsFailed;
  const failed = itemsFailed === 0 ? "" : `, ${formatInteger(itemsFailed)} failed`;
  const rate = status === "running" ? (live?.tokensPerSecond ?? meanRate(evaluation)) : null;
  const left = timeLeftText({
    status,
    activeMs,
    problemCount: subset.items,
    problemsDone: itemsDone,
    problemsFailed: itemsFailed,
  });
  return (
    <div className="min-w-0">
      <Progress
        label={label}
        labelHidden
        value={settled}
        max={subset.items}
        detail={`${formatInteger(settled)} of ${formatInteger(subset.items)} items${failed}`}
      />
      <p className="flex min-h-5 flex-wrap gap-x-3 text-sm text-ink-soft">
        <span>{left}</span>
        {rate === null ? null : <span>{formatRate(rate)}</span>}
      </p>
    </div>
  );
}
