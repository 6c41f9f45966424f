"use client";

/** `components/review/home` owns the page of campaigns: how far each is, and where to go on. */
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { CampaignItem } from "./campaign-item";
import { MyDay } from "./my-day";
import { NothingToReview } from "./nothing-to-review";

const REFRESH_MS = 15_000;

/** The campaigns that are open, then those that are closed; kept fresh, since others decide too. */
export function ReviewHome() {
  const trpc = useTRPC();
  const campaigns = useQuery(
    trpc.review.campaigns.list.queryOptions(undefined, { refetchInterval: REFRESH_MS }),
  );
  if (campaigns.data === undefined) {
    return campaigns.error === null ? (
      <SkeletonRows rows={3} rowHeight="9rem" label="Loading the campaigns" />
    ) : (
      <ErrorState
        title="The campaigns could not be read"
        error={campaigns.error}
        retrying={campaigns.isFetching}
        onRetry={() => {
          campaigns.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const open = campaigns.data.filter(({ status }) => status === "open");
  const closed = campaigns.data.filter(({ status }) => status === "closed");
  if (campaigns.data.every(({ progress }) => progress.total === 0)) return <NothingToReview />;
  return (
    <>
      <MyDay campaigns={open} />
      <Section title="Campaigns">
        {open.length === 0 ? (
          <p className="border-y border-rule py-4 text-ink-soft">All campaigns are closed.</p>
        ) : (
          <ul aria-label="Campaigns" className="border-t border-rule">
            {open.map((campaign) => (
              <CampaignItem key={campaign.id} campaign={campaign} />
            ))}
          </ul>
        )}
      </Section>
      {closed.length === 0 ? null : (
        <Section title="Closed campaigns">
          <ul aria-label="Closed campaigns" className="border-t border-rule">
            {closed.map((campaign) => (
              <CampaignItem key={campaign.id} campaign={campaign} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
