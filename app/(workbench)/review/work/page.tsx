import type { Metadata } from "next";
import { loadScope } from "@/components/review/filter-params";
import { Desk } from "@/components/review/item/desk";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Review" };

/** Takes the next item and goes to it. Leasing is the browser's act: a page that is only fetched ahead leases nothing. */
export default async function WorkPage({ searchParams }: PageProps<"/review/work">) {
  const scope = await loadScope(searchParams);
  const { campaign } = scope;
  await prefetch(
    trpc.review.reasons.list.queryOptions(),
    trpc.review.preferences.get.queryOptions(),
    ...(campaign === null ? [] : [trpc.review.campaigns.get.queryOptions({ campaignId: campaign })]),
  );
  return (
    <HydrateClient>
      <Desk start={null} scope={scope} />
    </HydrateClient>
  );
}
