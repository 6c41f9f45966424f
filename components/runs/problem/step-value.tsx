import { formatDecimal, formatInteger } from "@/components/ui/format";

interface StepValueProps {
  readonly visits: number;
  readonly wins: number;
}

/** "3 of 8 right" with the share as a short bar: what rollouts through a step came to. */
export function StepValue({ visits, wins }: StepValueProps) {
  if (visits === 0) {
    return <span className="text-xs text-ink-faint">no rollout</span>;
  }
  const value = wins / visits;
  return (
    <span
      className="inline-flex items-baseline gap-1.5 text-xs whitespace-nowrap text-ink-soft"
      title={`Value ${formatDecimal(value)}: ${formatInteger(wins)} of ${formatInteger(visits)} rollouts through this step came out right`}
    >
      <span aria-hidden className="inline-block h-1 w-8 self-center bg-rule">
        <span className="block h-full bg-ink-soft" style={{ width: `${value * 100}%` }} />
      </span>
      {formatDecimal(value)}
      <span className="text-ink-faint">
        {formatInteger(wins)}/{formatInteger(visits)}
        <span className="sr-only"> rollouts right</span>
      </span>
    </span>
  );
}
