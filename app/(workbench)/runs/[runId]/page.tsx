import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { RunPage } from "@/components/runs/live/run-page";
import { EVENTS_FIRST, loadRunSearch, problemsInput } from "@/components/runs/live/run-search";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { runOrNotFound } from "../run-or-not-found";

interface Props {
  readonly params: Promise<{ runId: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { runId } = await params;
  const { name } = await runOrNotFound(runId);
  return { title: name };
}

export default async function RunRoute({ params, searchParams }: Props) {
  const { runId } = await params;
  await runOrNotFound(runId);
  const api = await serverCaller();
  const [search, firstEvents] = await Promise.all([
    loadRunSearch(searchParams),
    api.runs.events({ runId, limit: EVENTS_FIRST }),
  ]);
  await prefetch(
    trpc.runs.get.queryOptions({ runId }),
    trpc.runs.names.queryOptions({ runId }),
    trpc.runs.progress.queryOptions({ runId }),
    trpc.runs.report.queryOptions({ runId }),
    trpc.runs.throughput.queryOptions({ runId }),
    trpc.runs.errors.queryOptions({ runId }),
    trpc.runs.problems.queryOptions(problemsInput(runId, search)),
    trpc.runs.worker.queryOptions(),
  );
  return (
    <HydrateClient>
      <RunPage key={runId} runId={runId} firstEvents={firstEvents} />
    </HydrateClient>
  );
}
