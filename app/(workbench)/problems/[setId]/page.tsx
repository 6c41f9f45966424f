import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { problemFilterParsers, toListInput } from "@/components/problems/problem-filters";
import { SetView } from "@/components/problems/set-view";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../read-or-not-found";

interface Props {
  readonly params: Promise<{ readonly setId: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const loadFilters = createLoader(problemFilterParsers);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { setId } = await params;
  const caller = await serverCaller();
  const { name } = await readOrNotFound(caller.problems.sets.get({ setId }));
  return { title: name };
}

export default async function SetPage({ params, searchParams }: Props) {
  const { setId } = await params;
  const filters = await loadFilters(searchParams);
  await prefetch(
    trpc.problems.sets.get.queryOptions({ setId }),
    trpc.problems.list.queryOptions(toListInput(setId, filters)),
  );
  return (
    <HydrateClient>
      <SetView setId={setId} />
    </HydrateClient>
  );
}
