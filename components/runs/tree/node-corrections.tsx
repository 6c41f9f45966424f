"use client";

import Link from "next/link";
import { formatInteger } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import { ruleMeaning } from "@/components/runs/live/rule-words";
import { problemPath } from "@/components/runs/pairs/paths";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { PanelSection } from "./panel-section";
import type { NodeDetail, TreeOwner } from "./types";

const AT_ONCE = 6;

interface NodeCorrectionsProps {
  readonly corrections: NodeDetail["corrections"];
  readonly owner: TreeOwner;
}

/** The corrections of chains through a node, and those whose repair goes through it. */
export function NodeCorrections({ corrections: { total, items }, owner }: NodeCorrectionsProps) {
  const shown = useShown(items.length, AT_ONCE);
  if (total === 0) return null;
  return (
    <PanelSection title={`Corrections: ${formatInteger(total)}`}>
      <ul>
        {items.slice(0, shown.count).map((correction) => (
          <li
            key={correction.id}
            className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1 text-sm last:border-b-0"
          >
            <Link
              prefetch={false}
              href={problemPath(owner.runId, owner.problemId, `correction-${correction.id}`)}
              className="link"
            >
              Correction {correction.position + 1}
            </Link>
            {correction.accepted ? (
              <StatusMark tone="good">accepted</StatusMark>
            ) : (
              <StatusMark tone="bad">refused</StatusMark>
            )}
            {correction.refusedBy === null ? null : (
              <span className="text-ink-soft">{ruleMeaning("correction", correction.refusedBy)}</span>
            )}
          </li>
        ))}
      </ul>
      <ShowMore shown={shown} total={items.length} noun="corrections" />
    </PanelSection>
  );
}
