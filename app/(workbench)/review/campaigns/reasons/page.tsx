import type { Metadata } from "next";
import Link from "next/link";
import { ReasonsEditor } from "@/components/review/campaigns/reasons-editor";
import { reviewPath } from "@/components/review/paths";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Reason codes" };

export default async function ReasonsPage() {
  await prefetch(trpc.review.reasons.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href={reviewPath()} className="link">
            Review
          </Link>
        }
        title="Reason codes"
        lede="What people may give as the reason of a decision, in the order in which it is offered."
      />
      <ReasonsEditor />
    </HydrateClient>
  );
}
