import { OnlyFor } from "@/components/accounts/only-for";
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { RunList } from "@/components/runs/list/run-list";
import { activeRunsInput, loadRunListSearch, runListInput } from "@/components/runs/list/run-list-search";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const search = await loadRunListSearch(searchParams);
  await prefetch(
    trpc.runs.list.queryOptions(activeRunsInput),
    trpc.runs.list.queryOptions(runListInput(search)),
  );
  return (
    <HydrateClient>
      <PageHeader
        title="Runs"
        lede="Each takes problems through self-generation, self-correction and diversity induction, and keeps the pairs."
        actions={
          <OnlyFor least="runner">
            <LinkButton variant="primary" href="/runs/new" icon={<Plus size={15} aria-hidden />}>
              New run
            </LinkButton>
          </OnlyFor>
        }
      />
      <RunList />
    </HydrateClient>
  );
}
