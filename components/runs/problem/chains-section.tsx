"use client";

import { useMemo } from "react";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Term } from "@/components/ui/term";
import { ChainItem } from "./chain-item";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { indexNodes } from "./step-values";
import type { Chain, ProblemDetail } from "./types";
import { useAnchor } from "@/components/calls/use-anchor";

const CHAINS_AT_ONCE = 40;
const FEW = 3;

/** Every full solution, in the order in which the method made them. */
export function ChainsSection({ detail }: { readonly detail: ProblemDetail }) {
  const { chains, nodes, pairs } = detail;
  const index = useMemo(() => indexNodes(nodes), [nodes]);
  const open = useMemo(() => openAtFirst(chains), [chains]);
  const anchor = useAnchor();
  const shown = useShown(
    chains.length,
    CHAINS_AT_ONCE,
    chains.findIndex(({ id }) => `chain-${id}` === anchor),
  );
  const right = chains.filter(({ verdict }) => verdict === "correct").length;
  return (
    <Section
      id="chains"
      title="Chains"
      lede={
        chains.length === 0 ? undefined : (
          <>
            {right} of {chains.length} <Term id="chain">chains</Term> end in the reference answer.
          </>
        )
      }
    >
      {chains.length === 0 ? (
        <EmptyState title="No chains yet">
          The solutions appear here once they are written and graded.
        </EmptyState>
      ) : (
        <>
          <ol>
            {chains.slice(0, shown.count).map((chain) => (
              <ChainItem
                key={chain.id}
                chain={chain}
                index={index}
                pairs={pairs}
                initiallyOpen={open.has(chain.id)}
              />
            ))}
          </ol>
          <ShowMore shown={shown} total={chains.length} noun="chains" />
        </>
      )}
    </Section>
  );
}

/** All of a few; of many the first right one and the first wrong one whose mistake is located. */
function openAtFirst(chains: readonly Chain[]): ReadonlySet<string> {
  if (chains.length <= FEW) return new Set(chains.map(({ id }) => id));
  const right = chains.find(({ verdict }) => verdict === "correct");
  const wrong =
    chains.find(({ firstWrongStep }) => firstWrongStep !== null) ??
    chains.find(({ verdict }) => verdict === "incorrect");
  return new Set([right, wrong].flatMap((chain) => (chain === undefined ? [] : [chain.id])));
}
