import type { Metadata } from "next";
import Link from "next/link";
import { problemPath } from "@/components/runs/pairs/paths";
import { runPath } from "@/components/runs/run-paths";
import { TreePage } from "@/components/runs/tree/tree-page";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, readQuery, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../../../../problems/read-or-not-found";

type Props = PageProps<"/runs/[runId]/problems/[problemId]/tree">;

async function placeOf(params: Props["params"]) {
  const { place } = await readOrNotFound(readQuery(trpc.runs.tree.queryOptions(await params)));
  return place;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { externalId } = await placeOf(params);
  return { title: `Search tree of problem ${externalId}` };
}

export default async function SearchTreePage({ params }: Props) {
  const { runId, problemId } = await params;
  const { runName, externalId } = await placeOf(params);
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
              <SafeText text={runName} />
            </Link>
            {" / "}
            <Link href={problemPath(runId, problemId)} className="link">
              Problem <SafeText text={externalId} />
            </Link>
          </>
        }
        title="Search tree"
      />
      <TreePage runId={runId} problemId={problemId} />
    </HydrateClient>
  );
}
