import type { Metadata } from "next";
import { CampaignPage } from "@/components/review/campaigns/campaign-page";
import { HydrateClient, prefetch, readQuery, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../../problems/read-or-not-found";

interface Props {
  readonly params: Promise<{ readonly campaignId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaignId } = await params;
  const { name } = await readOrNotFound(readQuery(trpc.review.campaigns.get.queryOptions({ campaignId })));
  return { title: name };
}

export default async function ReviewCampaignPage({ params }: Props) {
  const { campaignId } = await params;
  await prefetch(
    trpc.review.campaigns.get.queryOptions({ campaignId }),
    trpc.review.campaigns.people.queryOptions({ campaignId }),
    trpc.review.guidelines.get.queryOptions({ campaignId }),
  );
  return (
    <HydrateClient>
      <CampaignPage campaignId={campaignId} />
    </HydrateClient>
  );
}
