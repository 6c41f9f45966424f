"use client";

import { clsx } from "clsx";
import { useMemo } from "react";
import { MathText } from "@/components/math";
import { Term } from "@/components/ui/term";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { nodesOfSteps, type NodeIndex } from "./step-values";
import { StepValue } from "./step-value";
import type { Chain, TreeNodeRow } from "./types";

const STEPS_AT_ONCE = 40;

interface ChainStepsProps {
  readonly chain: Chain;
  readonly index: NodeIndex<TreeNodeRow>;
}

/** A chain step by step, each with its value where the tree has it; the first wrong one marked. */
export function ChainSteps({ chain, index }: ChainStepsProps) {
  const nodes = useMemo(() => nodesOfSteps(chain.steps, index), [chain.steps, index]);
  const given = useMemo(() => stepsWithin(chain.steps, chain.prefix.length), [chain.steps, chain.prefix]);
  const shown = useShown(chain.steps.length, STEPS_AT_ONCE, chain.firstWrongStep ?? -1);
  if (chain.steps.length === 0) return <p className="text-sm text-ink-faint">The model wrote nothing.</p>;
  return (
    <>
      <ol>
        {chain.steps.slice(0, shown.count).map((step, at) => {
          const node = nodes[at] ?? null;
          const wrong = chain.firstWrongStep === at;
          return (
            <li
              key={at}
              className={clsx(
                "grid grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-3 border-l-2 px-2 py-1.5",
                wrong ? "border-rejected bg-rejected-wash" : "border-transparent",
              )}
            >
              <span className="text-right text-xs text-ink-faint">{at + 1}</span>
              <div className="min-w-0 gap-x-6 lg:grid lg:grid-cols-[minmax(0,1fr)_11rem]">
                <div className={clsx("min-w-0", at < given && "text-ink-soft")}>
                  <MathText text={step} limit={1_500} />
                </div>
                <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-faint lg:flex-col lg:items-end">
                  {wrong ? (
                    <span className="font-medium text-rejected">
                      <Term id="first-wrong-step" />
                    </span>
                  ) : null}
                  {node === null ? null : (
                    <a
                      href={`#node-${node.id}`}
                      title="Show it in the search tree"
                      className="hover:bg-accent-wash"
                    >
                      <StepValue visits={node.visits} wins={node.wins} />
                    </a>
                  )}
                  {at < given ? <span>given as prefix</span> : null}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      <ShowMore shown={shown} total={chain.steps.length} noun="steps" />
    </>
  );
}

/** How many of the first steps lie wholly within `length` characters. */
function stepsWithin(steps: readonly string[], length: number): number {
  let at = 0;
  const first = steps.findIndex((step) => (at += step.length) > length);
  return first < 0 ? steps.length : first;
}
