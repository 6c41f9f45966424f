import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { overlapFilterParsers, toMatchesInput } from "@/components/problems/overlap/overlap-filters";
import { OverlapView } from "@/components/problems/overlap/overlap-view";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../read-or-not-found";

interface Props {
  readonly params: Promise<{ readonly setId: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const loadFilters = createLoader(overlapFilterParsers);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { setId } = await params;
  const caller = await serverCaller();
  const { set } = await readOrNotFound(caller.problems.overlap.summary({ setId }));
  return { title: `Overlap of ${set.name}` };
}

export default async function OverlapPage({ params, searchParams }: Props) {
  const { setId } = await params;
  const filters = await loadFilters(searchParams);
  await prefetch(
    trpc.problems.overlap.summary.queryOptions({ setId }),
    trpc.problems.overlap.matches.queryOptions(toMatchesInput(setId, filters)),
  );
  return (
    <HydrateClient>
      <OverlapView setId={setId} />
    </HydrateClient>
  );
}
