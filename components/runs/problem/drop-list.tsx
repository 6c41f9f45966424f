import { ruleMeaning } from "@/components/runs/live/rule-words";
import { formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import type { ProblemDetail } from "./types";

/** Candidate pairs that were not kept, by stage and reason. */
export function DropList({ drops }: Pick<ProblemDetail, "drops">) {
  if (drops.length === 0) return null;
  const total = drops.reduce((sum, { count }) => sum + count, 0);
  return (
    <details className="mt-4 border-t border-rule pt-3">
      <summary className="text-ink-soft hover:text-ink">
        {formatInteger(total)} candidate pairs were dropped, and why
      </summary>
      <ul className="mt-2">
        {drops.map(({ stage, rule, count }) => (
          <li
            key={`${stage}/${rule}`}
            className="grid grid-cols-[3rem_2rem_minmax(0,1fr)] items-baseline border-b border-rule py-1 last:border-b-0"
          >
            <span className="pr-3 text-right">{formatInteger(count)}</span>
            <StageMark stage={stage} label="short" />
            <span>{ruleMeaning("pair", rule)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
