"use client";

import Link from "next/link";
import { AnswerText } from "@/components/math";
import { formatCount, formatInteger } from "@/components/ui/format";
import { VerdictMark } from "@/components/ui/marks";
import { problemPath } from "@/components/runs/pairs/paths";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { chainName, ORIGIN_WORDS } from "@/components/runs/problem/words";
import { describeRule } from "@/server/math";
import { PanelSection } from "./panel-section";
import { treePath } from "./tree-path";
import type { Tree } from "./tree";
import type { NodeDetail, TreeOwner } from "./types";

const AT_ONCE = 8;

interface NodeChainsProps {
  readonly chains: NodeDetail["chains"];
  readonly owner: TreeOwner;
  readonly tree: Tree;
}

/** The chains that go through a node or end there. */
export function NodeChains({ chains, owner }: NodeChainsProps) {
  const shown = useShown(chains.items.length, AT_ONCE);
  return (
    <PanelSection
      title={
        chains.total === 0
          ? "Chains through it"
          : `Chains through it: ${formatInteger(chains.right)} of ${formatInteger(chains.total)} right`
      }
    >
      {chains.total === 0 ? (
        <p className="text-sm text-ink-soft">None was written to the end from here.</p>
      ) : (
        <ol>
          {chains.items.slice(0, shown.count).map((chain) => (
            <li
              key={chain.id}
              className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1 text-sm last:border-b-0"
            >
              <Link
                prefetch={false}
                href={problemPath(owner.runId, owner.problemId, `chain-${chain.id}`)}
                className="link"
              >
                {chainName(chain)}
              </Link>
              <VerdictMark
                verdict={chain.verdict}
                extracted={chain.extracted}
                rule={describeRule(chain.rule)}
              />
              {chain.extracted === null ? null : (
                <span className="max-w-full min-w-0 font-serif">
                  <AnswerText text={chain.extracted} />
                </span>
              )}
              <span className="text-ink-soft">
                {ORIGIN_WORDS[chain.origin]}, {formatCount(chain.stepCount, "step")}
                {chain.endsHere ? ", ends here" : ""}
              </span>
              <Link
                prefetch={false}
                href={treePath(owner.runId, owner.problemId, { chain: chain.id })}
                className="link ml-auto"
                aria-label={`Light the path of ${chainName(chain)}`}
              >
                path
              </Link>
            </li>
          ))}
        </ol>
      )}
      <ShowMore shown={shown} total={chains.items.length} noun="chains" />
      {chains.total > chains.items.length ? (
        <p className="text-sm text-ink-soft">
          The first {formatInteger(chains.items.length)} of {formatInteger(chains.total)} are listed; a deeper
          step has fewer.
        </p>
      ) : null}
    </PanelSection>
  );
}
