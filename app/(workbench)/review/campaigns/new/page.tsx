import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { NewCampaign } from "@/components/review/campaigns/new-campaign";
import { filterOf, loadScope } from "@/components/review/filter-params";
import { reviewPath } from "@/components/review/paths";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "New campaign" };

export default async function NewCampaignPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const filter = filterOf(await loadScope(searchParams));
  await prefetch(
    trpc.review.items.facets.queryOptions({ campaignId: null }),
    trpc.models.list.queryOptions(),
  );
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href={reviewPath()} className="link">
            Review
          </Link>
        }
        title="New campaign"
        lede="A set of items, how many people decide on each, and what they are shown."
      />
      <NewCampaign filter={filter} />
    </HydrateClient>
  );
}
