import { formatInteger, formatRate } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import type { RunView } from "@/server/runs/run-view";
import { meanRate } from "./mean-rate";
import { timeLeftText } from "./time-left-text";

interface RunProgressBarProps {
  readonly run: RunView;
  /** For screen readers; default the run's name. */
  readonly label?: string;
}

/** Problems settled, failed ones among them, with rate and time left while it runs. */
export function RunProgressBar({ run, label = run.name }: RunProgressBarProps) {
  const settled = run.problemsDone + run.problemsFailed;
  const failed = run.problemsFailed === 0 ? "" : `, ${formatInteger(run.problemsFailed)} failed`;
  const rate = run.status === "running" ? (run.live?.tokensPerSecond ?? meanRate(run)) : null;
  return (
    <div className="min-w-0">
      <Progress
        label={label}
        labelHidden
        value={settled}
        max={run.problemCount}
        detail={`${formatInteger(settled)} of ${formatInteger(run.problemCount)} problems${failed}`}
      />
      <p className="flex min-h-5 flex-wrap gap-x-3 text-sm text-ink-soft">
        <span>{timeLeftText(run)}</span>
        {rate === null ? null : <span>{formatRate(rate)}</span>}
      </p>
    </div>
  );
}
