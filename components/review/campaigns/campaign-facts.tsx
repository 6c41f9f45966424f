"use client";

import { formatDateTime } from "@/components/ui/format";
import { KeyValueList } from "@/components/ui/page";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { activeFilters } from "../list/active-filters";
import { namesOf } from "../list/filter-choices";
import { useFilterChoices } from "../list/use-filter-choices";
import { SORT_WORDS } from "../words";

/** What was chosen when the campaign was opened, and stays. */
export function CampaignFacts({ campaign }: { readonly campaign: CampaignView }) {
  const { filter, sort, seed, blind, createdAt, closedAt } = campaign;
  const names = namesOf(useFilterChoices(null));
  const words = activeFilters(filter, names).map((each) => each.words);
  return (
    <KeyValueList
      items={[
        { key: "Items", value: <bdi>{words.length === 0 ? "all" : words.join("; ")}</bdi> },
        { key: "Order", value: sort === "random" ? `${SORT_WORDS.random}, seed ${seed}` : SORT_WORDS[sort] },
        { key: "Blind", value: blind ? "yes: sides are swapped at random" : "no" },
        { key: "Opened", value: <time suppressHydrationWarning>{formatDateTime(createdAt)}</time> },
        ...(closedAt === null
          ? []
          : [{ key: "Closed", value: <time suppressHydrationWarning>{formatDateTime(closedAt)}</time> }]),
      ]}
    />
  );
}
