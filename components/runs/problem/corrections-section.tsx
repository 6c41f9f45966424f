"use client";

import { useMemo } from "react";
import { useItemNumbers } from "@/components/review/flags/use-item-numbers";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Term } from "@/components/ui/term";
import { CorrectionItem } from "./correction-item";
import { ShowMore, useShown } from "@/components/calls/show-more";
import type { ProblemDetail } from "./types";
import { useAnchor } from "@/components/calls/use-anchor";

const AT_ONCE = 20;

/** What stage 2 tried: the step that the model blamed, its repair, and the rule that accepted or refused it. */
export function CorrectionsSection({ detail }: { readonly detail: ProblemDetail }) {
  const { corrections } = detail;
  const chains = useMemo(() => new Map(detail.chains.map((chain) => [chain.id, chain])), [detail.chains]);
  const anchor = useAnchor();
  const numberOf = useItemNumbers({ correctionIds: corrections.map(({ id }) => id) });
  const shown = useShown(
    corrections.length,
    AT_ONCE,
    corrections.findIndex(({ id }) => `correction-${id}` === anchor),
  );
  const accepted = corrections.filter((correction) => correction.accepted).length;
  return (
    <Section
      id="corrections"
      title="Corrections"
      lede={
        corrections.length === 0 ? undefined : (
          <>
            {accepted} of {corrections.length} attempts of <Term id="self-correction" /> were accepted.
          </>
        )
      }
    >
      {corrections.length === 0 ? (
        <EmptyState title="No corrections">
          The policy reflects on wrong chains of problems that it sometimes solves and on those that it never
          does; this problem had none to repair, or stage 2 has not reached it.
        </EmptyState>
      ) : (
        <>
          <ol>
            {corrections.slice(0, shown.count).map((correction) => (
              <CorrectionItem
                key={correction.id}
                correction={correction}
                wrong={chains.get(correction.wrongChainId) ?? null}
                repaired={correction.chainId === null ? null : (chains.get(correction.chainId) ?? null)}
                reviewNumber={numberOf(correction.id)}
                initiallyOpen={correction.accepted || corrections.length <= 2}
              />
            ))}
          </ol>
          <ShowMore shown={shown} total={corrections.length} noun="corrections" />
        </>
      )}
    </Section>
  );
}
