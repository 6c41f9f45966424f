"use client";

import Link from "next/link";
import { formatDecimal, formatInteger } from "@/components/ui/format";
import { ChosenMark, RejectedMark, StageMark } from "@/components/ui/marks";
import { pairsPath, problemPath } from "@/components/runs/pairs/paths";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { PanelSection } from "./panel-section";
import type { NodeDetail, TreeOwner } from "./types";

const AT_ONCE = 6;

interface NodePairsProps {
  readonly pairs: NodeDetail["pairs"];
  readonly owner: TreeOwner;
}

/** The preference pairs of which a side goes through a node; those that part right after it first. */
export function NodePairs({ pairs, owner }: NodePairsProps) {
  const shown = useShown(pairs.items.length, AT_ONCE);
  const { runId, problemId } = owner;
  return (
    <PanelSection title={`Pairs from it: ${formatInteger(pairs.total)}`}>
      {pairs.total === 0 ? (
        <p className="text-sm text-ink-soft">No preference pair has a side through this step.</p>
      ) : (
        <ul>
          {pairs.items.slice(0, shown.count).map((pair) => (
            <li
              key={pair.id}
              className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1 text-sm last:border-b-0"
            >
              <Link prefetch={false} href={problemPath(runId, problemId, `pair-${pair.id}`)} className="link">
                {pair.partsHere ? "Parts here" : "Passes through"}
              </Link>
              {pair.chosenThrough ? <ChosenMark /> : null}
              {pair.rejectedThrough ? <RejectedMark /> : null}
              <span className="text-ink-soft">margin {formatDecimal(pair.margin)}</span>
              <span className="ml-auto">
                <StageMark stage={pair.stage} label="short" />
              </span>
            </li>
          ))}
        </ul>
      )}
      <ShowMore shown={shown} total={pairs.items.length} noun="pairs" />
      <p className="mt-1 text-sm">
        <Link href={pairsPath(runId)} className="link">
          All pairs of the run
        </Link>
      </p>
    </PanelSection>
  );
}
