import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadScope } from "@/components/review/filter-params";
import { Desk } from "@/components/review/item/desk";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export async function generateMetadata({ params }: PageProps<"/review/items/[number]">): Promise<Metadata> {
  const { number } = await params;
  return { title: `Item ${number}` };
}

export default async function ItemPage({ params, searchParams }: PageProps<"/review/items/[number]">) {
  const { number: text } = await params;
  if (!/^[1-9]\d{0,9}$/.test(text)) notFound();
  const number = Number(text);
  const scope = await loadScope(searchParams);
  const campaignId = scope.campaign;
  await prefetch(
    trpc.review.item.queryOptions({ number, campaignId }),
    trpc.review.reasons.list.queryOptions(),
    trpc.review.preferences.get.queryOptions(),
    ...(campaignId === null ? [] : [trpc.review.campaigns.get.queryOptions({ campaignId })]),
  );
  return (
    <HydrateClient>
      <Desk key={number} start={number} scope={scope} />
    </HydrateClient>
  );
}
