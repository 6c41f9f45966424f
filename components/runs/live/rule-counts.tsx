"use client";

import { formatInteger } from "@/components/ui/format";
import { Explained } from "../explained";
import { ruleMeaning, ruleName, type RuleKind } from "./rule-words";
import { sum, type RuleCount } from "./stage-flow";

interface RuleCountsProps {
  readonly kind: RuleKind;
  readonly label: string;
  readonly counts: readonly RuleCount[];
}

/** What each rule took out, folded away; a rule explains itself on hover, focus and tap. */
export function RuleCounts({ kind, label, counts }: RuleCountsProps) {
  if (counts.length === 0) return null;
  return (
    <div className="pb-1.5 text-sm">
      <dt className="sr-only">{label}</dt>
      <dd>
        <details>
          <summary className="text-ink-soft hover:text-accent">
            {kind === "pair" ? "dropped" : "why refused"}: {formatInteger(sum(counts))}
          </summary>
          <ul className="mt-1 ml-4">
            {counts.map(({ rule, count }) => (
              <li key={rule} className="flex justify-between gap-4 py-0.5">
                <Explained meaning={ruleMeaning(kind, rule)}>{ruleName(rule)}</Explained>
                <span>{formatInteger(count)}</span>
              </li>
            ))}
          </ul>
        </details>
      </dd>
    </div>
  );
}
