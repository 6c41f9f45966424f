import type { Metadata } from "next";
import Link from "next/link";
import { CallPage } from "@/components/runs/problem/call-page";
import { PURPOSE_WORDS } from "@/components/runs/problem/words";
import { problemPath } from "@/components/runs/pairs/paths";
import { runPath } from "@/components/runs/run-paths";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, readQuery, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../problems/read-or-not-found";

type Props = PageProps<"/calls/[callId]">;

export const metadata: Metadata = { title: "Model call" };

export default async function ModelCallPage({ params }: Props) {
  const { callId } = await params;
  const { call, owners } = await readOrNotFound(readQuery(trpc.runs.modelCall.queryOptions({ callId })));
  return (
    <HydrateClient>
      <PageHeader
        above={
          owners === null ? undefined : (
            <>
              <Link href="/runs" className="link">
                Runs
              </Link>
              {" / "}
              <Link href={runPath(owners.run.id)} className="link">
                <SafeText text={owners.run.name} />
              </Link>
              , seed {owners.run.launch.seed}
              {" / "}
              <Link href={problemPath(owners.run.id, owners.problem.id, "calls")} className="link">
                Problem <SafeText text={owners.problem.externalId} />
              </Link>
            </>
          )
        }
        title={`Model call: ${PURPOSE_WORDS[call.purpose]}`}
      />
      <CallPage callId={callId} />
    </HydrateClient>
  );
}
