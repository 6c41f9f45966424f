import { StatusMark } from "@/components/ui/status-mark";
import { ChosenMark, RejectedMark } from "@/components/ui/marks";
import { formatDecimal, formatInteger } from "@/components/ui/format";
import { Term } from "@/components/ui/term";
import { valueColour, valueFill } from "./palette";
import { lineWidth, VALUE_STEPS } from "./scene";
import type { Moment } from "./replay";

const SHOWN_STEPS = [0, 0.25, 0.5, 0.75, 1] as const;

interface LegendProps {
  readonly moment: Moment;
  /** Visits of the root: the widest line. */
  readonly most: number;
}

/** What colours, widths and marks mean. */
export function TreeLegend({ moment, most }: LegendProps) {
  const widths = [...new Set([1, Math.round(most / 10), most])].filter((visits) => visits > 0);
  return (
    <dl
      aria-label="Legend"
      className="mt-3 flex flex-wrap items-center gap-x-7 gap-y-2 text-sm text-ink-soft [&>div]:flex [&>div]:flex-wrap [&>div]:items-center [&>div]:gap-x-2"
    >
      <div>
        <dt>
          <Term id="value" />
        </dt>
        <dd className="flex gap-1">
          {SHOWN_STEPS.map((value) => (
            <span
              key={value}
              className="rounded-sm border px-1 text-xs text-ink"
              style={{
                background: valueFill(value * (VALUE_STEPS - 1)),
                borderColor: valueColour(value * (VALUE_STEPS - 1)),
              }}
            >
              {formatDecimal(value)}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>
          <Term id="visits" />
        </dt>
        <dd className="flex items-center gap-3">
          {widths.map((visits) => (
            <span key={visits} className="inline-flex items-center gap-1 text-xs">
              <span className="inline-block w-6 bg-rule-strong" style={{ height: lineWidth(visits, most) }} />
              {formatInteger(visits)}
            </span>
          ))}
          <span className="inline-flex items-center gap-1 text-xs">
            <span className="inline-block w-6 border-t border-dashed border-rule-strong" />
            none, or pruned
          </span>
        </dd>
      </div>
      <div>
        <dt>Ends</dt>
        <dd className="flex flex-wrap gap-x-3">
          <StatusMark tone="good">right</StatusMark>
          <StatusMark tone="bad">wrong</StatusMark>
          <StatusMark tone="neutral">not decided</StatusMark>
        </dd>
      </div>
      {moment.best.size + moment.worst.size === 0 ? null : (
        <div>
          <dt>Kept paths</dt>
          <dd className="flex gap-x-3">
            <ChosenMark>best</ChosenMark>
            <RejectedMark>worst</RejectedMark>
          </dd>
        </div>
      )}
      <div>
        <dt>Lit path</dt>
        <dd>
          <span className="inline-block h-1 w-6 bg-accent align-middle" />
        </dd>
      </div>
    </dl>
  );
}
