import type { Metadata } from "next";
import Link from "next/link";
import { createLoader } from "nuqs/server";
import { pairFilterParsers, toPairsInput } from "@/components/runs/pairs/pair-filters";
import { PairsPage } from "@/components/runs/pairs/pairs-page";
import { runPath } from "@/components/runs/run-paths";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { Term } from "@/components/ui/term";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";
import { runOrNotFound } from "../../run-or-not-found";

const loadFilters = createLoader(pairFilterParsers);

export const metadata: Metadata = { title: "Preference pairs" };

export default async function RunPairsPage({ params, searchParams }: PageProps<"/runs/[runId]/pairs">) {
  const { runId } = await params;
  const filters = await loadFilters(searchParams);
  const [run] = await Promise.all([
    runOrNotFound(runId),
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
            <Link href={runPath(runId)} className="link">
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
