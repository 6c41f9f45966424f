"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { useMe } from "@/components/accounts/use-me";
import { useDebounced } from "@/components/runs/launch/use-debounced";
import { useTRPC } from "@/components/trpc/client";
import { formatCount } from "@/components/ui/format";
import { itemFilterSchema } from "@/server/review/review.schema";
import type { CampaignInput } from "@/server/review/campaigns.schema";

const SETTLE_MS = 300;

/** How many items fit the filter as the form stands, and how many decisions that asks for. */
export function CampaignPreview() {
  const trpc = useTRPC();
  const { control } = useFormContext<CampaignInput>();
  const { can } = useMe();
  const filter = itemFilterSchema.safeParse(useDebounced(useWatch({ control, name: "filter" }), SETTLE_MS));
  const overlap = useWatch({ control, name: "overlap" }) ?? 1;
  const preview = useQuery(
    trpc.review.campaigns.preview.queryOptions(
      can("runner") && filter.success ? { filter: filter.data } : skipToken,
      { placeholderData: keepPreviousData },
    ),
  );
  if (preview.error !== null) {
    return <p className="text-sm text-danger">The items could not be counted: {preview.error.message}</p>;
  }
  return (
    <p aria-live="polite" aria-busy={preview.isFetching} className="min-w-0 flex-1 text-ink-soft">
      {preview.data === undefined
        ? "Counting …"
        : preview.data.items === 0
          ? "No item fits the filter now."
          : `${formatCount(preview.data.items, "item")} now${
              overlap > 1 ? `, ${formatCount(preview.data.items * overlap, "decision")}` : ""
            }.`}
    </p>
  );
}
