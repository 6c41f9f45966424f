import type { Metadata } from "next";
import { ProblemView } from "@/components/problems/problem-view";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../read-or-not-found";

interface Props {
  readonly params: Promise<{ readonly setId: string; readonly problemId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { problemId } = await params;
  const caller = await serverCaller();
  const { externalId, set } = await readOrNotFound(caller.problems.get({ problemId }));
  return { title: `${externalId}, ${set.name}` };
}

export default async function ProblemPage({ params }: Props) {
  const { problemId } = await params;
  await prefetch(trpc.problems.get.queryOptions({ problemId }));
  return (
    <HydrateClient>
      <ProblemView problemId={problemId} />
    </HydrateClient>
  );
}
