import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { RunList } from "@/components/runs/list/run-list";
import { runListInput } from "@/components/runs/list/run-list-input";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Runs" };

const loadParams = createLoader({ before: parseAsString });

export default async function RunsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { before } = await loadParams(searchParams);
  await prefetch(trpc.runs.list.queryOptions(runListInput(before)));
  return (
    <HydrateClient>
      <PageHeader
        title="Runs"
        lede="Each takes problems through self-generation, self-correction and diversity induction, and keeps the pairs."
        actions={
          <LinkButton variant="primary" href="/runs/new" icon={<Plus size={15} aria-hidden />}>
            New run
          </LinkButton>
        }
      />
      <RunList />
    </HydrateClient>
  );
}
