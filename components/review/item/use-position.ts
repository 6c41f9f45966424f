"use client";

import { useQuery } from "@tanstack/react-query";
import { skipToken } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";

const READ_EVERY_MS = 30_000;

export interface Position {
  /** Decisions that the campaign has, those of this page counted at once. */
  readonly done: number;
  readonly wanted: number;
}

/** How far a campaign is: read now and then, counted on in between. */
export function usePosition(campaignId: string | null) {
  const trpc = useTRPC();
  const query = trpc.review.campaigns.get.queryOptions(campaignId === null ? skipToken : { campaignId }, {
    refetchInterval: READ_EVERY_MS,
  });
  const { data: campaign, dataUpdatedAt } = useQuery(query);
  const [since, setSince] = useState({ at: 0, count: 0 });
  const count = since.at === dataUpdatedAt ? since.count : 0;
  const position: Position | null =
    campaign === undefined
      ? null
      : { done: campaign.progress.decisions + count, wanted: campaign.progress.total * campaign.overlap };
  return {
    campaign,
    position,
    countOne: () => {
      setSince((before) => ({
        at: dataUpdatedAt,
        count: before.at === dataUpdatedAt ? before.count + 1 : 1,
      }));
    },
  };
}
