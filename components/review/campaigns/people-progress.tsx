"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { formatCount, formatInteger } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import type { CampaignView, PersonProgress } from "@/server/review/queue-view.schema";
import { personName } from "./person-name";

const REFRESH_MS = 15_000;

/** Decisions of each person in a campaign; names of others only for administrators. */
export function PeopleProgress({ campaign }: { readonly campaign: CampaignView }) {
  const trpc = useTRPC();
  const people = useQuery(
    trpc.review.campaigns.people.queryOptions(
      { campaignId: campaign.id },
      { refetchInterval: campaign.status === "open" ? REFRESH_MS : false },
    ),
  );
  if (people.data === undefined) {
    return people.error === null ? (
      <SkeletonRows rows={2} label={`Loading the people of ${campaign.name}`} />
    ) : (
      <ErrorState
        compact
        error={people.error}
        retrying={people.isFetching}
        onRetry={() => {
          people.refetch().catch(() => undefined);
        }}
      />
    );
  }
  if (people.data.length === 0) {
    return <p className="text-sm text-ink-soft">Nobody has decided on an item yet.</p>;
  }
  return (
    <ul aria-label={`People in ${campaign.name}`} className="grid content-start gap-3">
      {people.data.map((person, index) => (
        <li key={person.userId}>
          <Progress
            label={personName(person, index)}
            value={person.decided}
            max={Math.max(1, campaign.progress.total)}
            detail={detailOf(person)}
          />
        </li>
      ))}
    </ul>
  );
}

function detailOf({ decided, skipped, assigned, held }: PersonProgress): string {
  const parts = [
    `${formatInteger(decided)} decided`,
    skipped === 0 ? null : `${formatInteger(skipped)} skipped`,
    assigned === 0 ? null : `${formatInteger(assigned)} assigned`,
    held === 0 ? null : `${formatCount(held, "item")} in front of them now`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
