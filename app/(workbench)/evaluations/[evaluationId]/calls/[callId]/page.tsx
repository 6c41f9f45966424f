import type { Metadata } from "next";
import Link from "next/link";
import { CallPage } from "@/components/evaluations/calls/call-page";
import { EvaluationCrumbs } from "@/components/evaluations/evaluation-crumbs";
import { evaluationItemPath } from "@/components/evaluations/paths";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { HydrateClient, readQuery, trpc } from "@/server/trpc/rsc";
import { readOrNotFound } from "../../../../problems/read-or-not-found";

type Props = PageProps<"/evaluations/[evaluationId]/calls/[callId]">;

export const metadata: Metadata = { title: "Model call of an evaluation" };

export default async function EvaluationCallPage({ params }: Props) {
  const { evaluationId, callId } = await params;
  const { call, problem, evaluation } = await readOrNotFound(
    readQuery(trpc.evaluations.modelCall.queryOptions({ evaluationId, callId })),
  );
  return (
    <HydrateClient>
      <PageHeader
        above={
          <>
            <EvaluationCrumbs evaluation={evaluation} />
            {" / "}
            <Link href={evaluationItemPath(evaluationId, problem.id)} className="link">
              Item <SafeText text={problem.externalId} />
            </Link>
          </>
        }
        title={`Model call: ${call.pass} pass`}
      />
      <CallPage evaluationId={evaluationId} callId={callId} />
    </HydrateClient>
  );
}
