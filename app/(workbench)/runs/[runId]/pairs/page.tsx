import type { Metadata } from "next";
import Link from "next/link";
import { createLoader } from "nuqs/server";
import { pairFilterParsers, toPairsInput } from "@/components/runs/pairs/pair-filters";
import { PairsPage } from "@/components/runs/pairs/pairs-page";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { Term } from "@/components/ui/term";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../../problems/read-or-not-found";

const loadFilters = createLoader(pairFilterParsers);

export const metadata: Metadata = { title: "Preference pairs" };

export default async function RunPairsPage({ params, searchParams }: PageProps<"/runs/[runId]/pairs">) {
  const { runId } = await params;
  const filters = await loadFilters(searchParams);
  const caller = await serverCaller();
  const [run] = await Promise.all([
    readOrNotFound(caller.runs.get({ runId })),
    prefetch(trpc.runs.pairs.queryOptions(toPairsInput(runId, filters))),
  ]);
  return (
    <HydrateClient>
      <PageHeader
        above={
          <>
            <Link href="/runs" className="link">
              Runs
            </Link>
            {" / "}
            <Link href={`/runs/${runId}`} className="link">
              <SafeText text={run.name} />
            </Link>
          </>
        }
        title="Preference pairs"
        lede={
          <>
            In each, training should prefer the <Term id="chosen" /> answer: its final answer is right and the{" "}
            <Term id="rejected" /> one's is wrong.
          </>
        }
      />
      <PairsPage runId={runId} />
    </HydrateClient>
  );
}
