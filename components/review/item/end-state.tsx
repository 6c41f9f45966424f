"use client";

import { campaignPath, historyPath, itemsPath, reviewPath, workPath } from "@/components/review/paths";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import type { ItemFilter } from "@/server/review/review.schema";

interface EndStateProps {
  readonly campaignId: string;
  readonly filter: ItemFilter;
  /** As the server says it. */
  readonly reason: string;
  readonly asking: boolean;
  readonly onAsk: () => void;
}

/** No item is left for the person: why, and where to go from here. */
export function EndState({ campaignId, filter, reason, asking, onAsk }: EndStateProps) {
  const filtered = Object.values(filter).some((value) => value !== null);
  return (
    <EmptyState
      title="No next item"
      action={
        <>
          <Button variant="primary" pending={asking} onClick={onAsk}>
            Ask again
          </Button>
          {filtered ? <LinkButton href={workPath(campaignId)}>Without the filter</LinkButton> : null}
          <LinkButton href={itemsPath({ campaignId, ...filter })}>See the items</LinkButton>
          <LinkButton href={campaignPath(campaignId)}>The campaign</LinkButton>
          <LinkButton href={historyPath()}>What you did</LinkButton>
          <LinkButton href={reviewPath()}>All campaigns</LinkButton>
        </>
      }
    >
      {reason}
    </EmptyState>
  );
}
