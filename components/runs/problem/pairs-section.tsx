"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useItemNumbers } from "@/components/review/flags/use-item-numbers";
import { PairView } from "@/components/runs/pairs/pair-view";
import { RawToggle } from "@/components/runs/pairs/raw-toggle";
import { pairsPath } from "@/components/runs/pairs/paths";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Term } from "@/components/ui/term";
import { DropList } from "./drop-list";
import type { ProblemDetail } from "./types";

/** The preference pairs of this problem, and the candidates that were dropped. */
export function PairsSection({ detail }: { readonly detail: ProblemDetail }) {
  const { pairs, drops, run } = detail;
  const [raw, setRaw] = useState(false);
  const numberOf = useItemNumbers({ pairIds: pairs.map(({ id }) => id) });
  useHotkeys("r", () => {
    setRaw(!raw);
  });
  const chains = useMemo(() => new Map(detail.chains.map((chain) => [chain.id, chain])), [detail.chains]);
  return (
    <Section
      id="pairs"
      title={<Term id="preference-pair">Preference pairs</Term>}
      actions={
        <>
          {pairs.length === 0 ? null : <RawToggle raw={raw} onChange={setRaw} />}
          <Link href={pairsPath(run.runId)} className="link text-sm">
            All pairs of the run
          </Link>
        </>
      }
    >
      {pairs.length === 0 ? (
        <EmptyState title="No pairs from this problem">
          A pair needs a right and a wrong chain far enough apart.
          {drops.length > 0 ? " The candidates that were dropped are listed below." : null}
        </EmptyState>
      ) : (
        pairs.map((pair, index) => (
          <PairView
            key={pair.id}
            pair={pair}
            heading="h3"
            title={`Pair ${index + 1}`}
            chosenChain={chains.get(pair.chosenChainId) ?? null}
            rejectedChain={chains.get(pair.rejectedChainId) ?? null}
            reviewNumber={numberOf(pair.id)}
            raw={raw}
          />
        ))
      )}
      <DropList drops={drops} />
    </Section>
  );
}
