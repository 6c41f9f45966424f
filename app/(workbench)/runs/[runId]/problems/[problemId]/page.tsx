import type { Metadata } from "next";
import Link from "next/link";
import { ProblemPage } from "@/components/runs/problem/problem-page";
import { runPath } from "@/components/runs/run-paths";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, readQuery, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../../../problems/read-or-not-found";
import { runOrNotFound } from "../../../run-or-not-found";

type Props = PageProps<"/runs/[runId]/problems/[problemId]">;

async function detailOf(params: Props["params"]) {
  return readOrNotFound(readQuery(trpc.runs.problem.queryOptions(await params)));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { problem } = await detailOf(params);
  return { title: `Problem ${problem.externalId}` };
}

export default async function RunProblemPage({ params }: Props) {
  const { runId, problemId } = await params;
  const run = await runOrNotFound(runId);
  const { problem } = await detailOf(params);
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
            , seed {run.launch.seed}
          </>
        }
        title={
          <>
            Problem <SafeText text={problem.externalId} />
          </>
        }
      />
      <ProblemPage runId={runId} problemId={problemId} />
    </HydrateClient>
  );
}
