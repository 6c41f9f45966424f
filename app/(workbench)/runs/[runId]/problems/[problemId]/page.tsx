import type { Metadata } from "next";
import Link from "next/link";
import { ProblemPage } from "@/components/runs/problem/problem-page";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../../../problems/read-or-not-found";

type Props = PageProps<"/runs/[runId]/problems/[problemId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const key = await params;
  const caller = await serverCaller();
  const { problem } = await readOrNotFound(caller.runs.problem(key));
  return { title: `Problem ${problem.externalId}` };
}

export default async function RunProblemPage({ params }: Props) {
  const { runId, problemId } = await params;
  const caller = await serverCaller();
  const [run, { problem }] = await Promise.all([
    readOrNotFound(caller.runs.get({ runId })),
    readOrNotFound(caller.runs.problem({ runId, problemId })),
    prefetch(trpc.runs.problem.queryOptions({ runId, problemId })),
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
