import { History, ListFilter, Plus, Users } from "lucide-react";
import type { Metadata } from "next";
import { RoleOnly } from "@/components/review/home/role-only";
import { ReviewHome } from "@/components/review/home/review-home";
import { historyPath, itemsPath, newCampaignPath, teamPath } from "@/components/review/paths";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Review" };

const ICON = 15;

export default async function ReviewPage() {
  await prefetch(trpc.review.campaigns.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Review"
        lede="People look at what the machine made: is the order of a pair right, does a correction hold?"
        actions={
          <>
            <LinkButton href={itemsPath()} icon={<ListFilter size={ICON} aria-hidden />}>
              All items
            </LinkButton>
            <RoleOnly needs="annotator">
              <LinkButton href={historyPath()} icon={<History size={ICON} aria-hidden />}>
                History
              </LinkButton>
            </RoleOnly>
            <LinkButton href={teamPath()} icon={<Users size={ICON} aria-hidden />}>
              Team
            </LinkButton>
            <RoleOnly needs="runner">
              <LinkButton href={newCampaignPath()} icon={<Plus size={ICON} aria-hidden />}>
                New campaign
              </LinkButton>
            </RoleOnly>
          </>
        }
      />
      <ReviewHome />
    </HydrateClient>
  );
}
