import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { reviewPath } from "@/components/review/paths";
import { TeamPage } from "@/components/review/team/team-page";
import { loadTeamSearch, teamFilter } from "@/components/review/team/team-search";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "What the team learns" };

export default async function ReviewTeamPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const filter = teamFilter(await loadTeamSearch(searchParams));
  await prefetch(trpc.review.team.figures.queryOptions(filter), trpc.review.campaigns.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href={reviewPath()} className="link">
            Review
          </Link>
        }
        title="What the team learns"
        lede="Whether people agree, what sways them, and what their decisions say of the machine's choices."
      />
      <TeamPage />
    </HydrateClient>
  );
}
