import type { Metadata } from "next";
import { ProblemSetsView } from "@/components/problems/problem-sets-view";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Problems" };

export default async function ProblemsPage() {
  await prefetch(trpc.problems.sets.list.queryOptions(), trpc.problems.sources.queryOptions());
  return (
    <HydrateClient>
      <ProblemSetsView />
    </HydrateClient>
  );
}
