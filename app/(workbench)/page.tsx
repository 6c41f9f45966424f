import { Home } from "@/components/runs/home/home";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export default async function HomePage() {
  await prefetch(trpc.runs.overview.queryOptions(), trpc.review.campaigns.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Workbench"
        lede="A small language model makes its own preference pairs: it solves, errs, reflects, and learns from the difference."
      />
      <Home />
    </HydrateClient>
  );
}
