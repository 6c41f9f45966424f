"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { OnlyFor } from "@/components/accounts/only-for";
import { isOver } from "@/components/runs/run-status";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toaster";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { gradersPath } from "../paths";

/** Which grader the numbers are of, where that is not the one of launch, another is at it, or a newer one could be. */
export function RescoreNote({ evaluation }: { readonly evaluation: EvaluationView }) {
  const trpc = useTRPC();
  const { rescoreTo, scoredWith, graderVersion, status, id } = evaluation;
  const over = isOver(status);
  const { data } = useQuery(
    trpc.evaluations.graders.queryOptions(undefined, { enabled: over, staleTime: 60_000 }),
  );
  if (rescoreTo !== null) {
    return <Note>It is being graded anew by {rescoreTo}; no model is asked.</Note>;
  }
  if (over && data?.behind.includes(id) === true) {
    return (
      <Note>
        The grader is newer by now: {data.current}. <RescoreButton evaluation={evaluation} />
      </Note>
    );
  }
  if (scoredWith === graderVersion) return null;
  return (
    <Note>
      Graded anew by {scoredWith}; at launch it was {graderVersion}, whose verdicts are kept.
    </Note>
  );
}

function RescoreButton({ evaluation: { id } }: { readonly evaluation: EvaluationView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const rescore = useMutation(
    trpc.evaluations.rescore.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.evaluations.pathFilter());
      },
      onError: (error) => {
        toast.error(error.message);
      },
    }),
  );
  return (
    <OnlyFor least="runner">
      <Button
        size="sm"
        icon={<RefreshCw size={13} aria-hidden />}
        title="No model is asked, and the old verdicts stay"
        pending={rescore.isPending}
        onClick={() => {
          rescore.mutate({ evaluationIds: [id] });
        }}
      >
        Grade it anew
      </Button>
    </OnlyFor>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <p className="mt-1 max-w-prose text-sm text-ink-soft">
      {children}{" "}
      <Link href={gradersPath()} className="link">
        Where graders differ
      </Link>
    </p>
  );
}
