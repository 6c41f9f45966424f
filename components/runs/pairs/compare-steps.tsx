"use client";

/**
 * `components/runs/pairs` owns how two solutions are set against each other: alignment, word differences, one
 * pair and a run's list of pairs. It knows nothing of the search tree.
 */

import { clsx } from "clsx";
import { useMemo } from "react";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { alignSteps, type StepRow } from "@/server/sphere/align-steps";
import { ComparedRow } from "./compared-row";
import type { ComparedSide } from "./compared-side";

interface CompareStepsProps {
  readonly label: string;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** Steps that both were given, not compared. */
  readonly shared: readonly string[];
  /** The text byte by byte instead of drawn. */
  readonly raw: boolean;
}

const ROWS_AT_ONCE = 40;

/** Two solutions step against step: equal steps joined and quiet, differing ones beside each other. */
export function CompareSteps({ label, left, right, shared, raw }: CompareStepsProps) {
  const alignment = useMemo(() => alignSteps(left.steps, right.steps), [left.steps, right.steps]);
  const given = shared.map((_, index): StepRow => ({ kind: "same", a: index, b: index }));
  const total = given.length + alignment.rows.length;
  const shown = useShown(total, ROWS_AT_ONCE);
  return (
    <section aria-label={label}>
      <div className="hidden grid-cols-2 gap-x-6 border-b border-rule pb-1.5 md:grid">
        {left.head}
        {right.head}
      </div>
      <div className="grid gap-2 border-b border-rule pb-2 md:hidden">
        {left.head}
        {right.head}
      </div>
      <ol>
        {given.slice(0, shown.count).map((row, index) => (
          <ComparedRow
            key={`given-${index}`}
            row={row}
            left={{ ...left, steps: shared, wrongStep: null }}
            right={{ ...right, steps: shared, wrongStep: null }}
            raw={raw}
            offset={0}
            given
          />
        ))}
        {alignment.rows.slice(0, Math.max(0, shown.count - given.length)).map((row, index) => (
          <ComparedRow
            key={index}
            row={row}
            left={left}
            right={right}
            raw={raw}
            offset={given.length}
            first={index === alignment.firstDifference}
          />
        ))}
      </ol>
      <div className={clsx(shown.more === null && "hidden")}>
        <ShowMore shown={shown} total={total} noun="steps" />
      </div>
    </section>
  );
}
