"use client";

import { useState } from "react";
import { useMe } from "@/components/accounts/use-me";
import { Button } from "@/components/ui/button";
import { formatCount, formatInteger } from "@/components/ui/format";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { VERDICTS, type Verdict } from "@/server/review/review.schema";
import { VERDICT_WORDS } from "../words";
import { BulkDialog } from "./bulk-dialog";
import type { ListSearch } from "./list-params";
import { NOTHING, type Selection } from "./selection";

interface BulkBarProps {
  readonly search: ListSearch;
  readonly campaigns: readonly CampaignView[];
  readonly selection: Selection;
  /** Items that the filter finds, on all pages. */
  readonly total: number;
  readonly onChange: (selection: Selection) => void;
}

/** What can be done with the selection at once; stays in sight at the foot of the window. */
export function BulkBar({ search, campaigns, selection, total, onChange }: BulkBarProps) {
  const { can } = useMe();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  if (!can("annotator")) return null;
  const count = selection.everything ? total : selection.picked.size;
  const campaign = campaigns.find(({ id }) => id === search.campaign) ?? null;
  if (count === 0)
    return <p className="min-h-6 text-sm text-ink-faint">Select items to decide on many at once.</p>;
  const hindrance =
    campaign?.blind === true
      ? "This campaign is blind: with the order hidden, each item is decided on its own page."
      : campaign?.status === "closed"
        ? "This campaign is closed."
        : null;
  return (
    <section
      aria-label="Selected items"
      className="sticky bottom-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule-strong bg-paper py-3"
    >
      <p aria-live="polite" className="font-medium">
        {selection.everything
          ? `All ${formatCount(count, "item")} that match`
          : `${formatCount(count, "item")} selected`}
      </p>
      {selection.everything || total <= selection.picked.size ? null : (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            onChange({ ...NOTHING, everything: true });
          }}
        >
          Select all {formatInteger(total)} that match
        </Button>
      )}
      <Button
        size="sm"
        variant="quiet"
        onClick={() => {
          onChange(NOTHING);
        }}
      >
        Select none
      </Button>
      {hindrance === null ? (
        <div className="flex flex-wrap gap-2 lg:ml-auto">
          {VERDICTS.map((each) => (
            <Button
              key={each}
              size="sm"
              title={VERDICT_WORDS[each].meaning}
              onClick={() => {
                setVerdict(each);
              }}
            >
              {VERDICT_WORDS[each].verb}
            </Button>
          ))}
        </div>
      ) : (
        <p className="text-ink-soft">{hindrance}</p>
      )}
      {verdict === null ? null : (
        <BulkDialog
          search={search}
          campaigns={campaigns}
          numbers={selection.everything ? null : [...selection.picked]}
          verdict={verdict}
          onClose={() => {
            setVerdict(null);
          }}
          onDone={() => {
            setVerdict(null);
            onChange(NOTHING);
          }}
        />
      )}
    </section>
  );
}
