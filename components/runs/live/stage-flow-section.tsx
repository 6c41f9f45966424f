"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTRPC } from "@/components/trpc/client";
import { Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Term } from "@/components/ui/term";
import type { RunView } from "@/server/runs/run-view";
import { BucketBar } from "./bucket-bar";
import { StageColumn } from "./stage-column";
import { stageFlow } from "./stage-flow";

/** The three stages side by side: what goes in, what comes out, and what was dropped on the way. */
export function StageFlowSection({ run }: { readonly run: RunView }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.runs.progress.queryOptions({ runId: run.id }));
  const baseline = run.kind !== "sphere";
  const title = baseline ? "Plain sampling" : "The three stages";
  if (query.data === undefined) {
    return (
      <Section title={title}>
        {query.error === null ? (
          <SkeletonRows rows={6} />
        ) : (
          <ErrorState
            title="The counts could not be read"
            error={query.error}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
            retrying={query.isFetching}
          />
        )}
      </Section>
    );
  }
  const progress = query.data;
  return (
    <Section
      title={title}
      lede={
        baseline ? (
          "Every problem gets independent solutions; nothing is searched, repaired or added."
        ) : (
          <>
            The first samples put a problem into a <Term id="bucket" />: hard ones go to stage 2, easy ones to
            stage 3.
          </>
        )
      }
    >
      <BucketBar progress={progress} problemCount={run.problemCount} />
      <ol
        className={clsx(
          "mt-5 grid border-y border-rule",
          baseline ? "max-w-xl" : "lg:grid-cols-3 lg:divide-x lg:divide-rule",
        )}
      >
        {stageFlow(progress, run.launch).map((flow) => (
          <StageColumn
            key={flow.stage}
            flow={flow}
            kind={run.kind}
            corrections={
              flow.stage === "self-correction"
                ? { accepted: progress.correctionsAccepted, refused: progress.correctionsRefused }
                : null
            }
          />
        ))}
      </ol>
    </Section>
  );
}
