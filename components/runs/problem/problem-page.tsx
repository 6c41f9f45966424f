"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { CallsSection } from "./calls-section";
import { ChainsSection } from "./chains-section";
import { CorrectionsSection } from "./corrections-section";
import { PairsSection } from "./pairs-section";
import { ProblemFacts } from "./problem-facts";
import { ProblemNavigation } from "./problem-navigation";
import { SectionLinks } from "./section-links";
import { TreeSection } from "./tree-section";

const REFRESH_MS = 4_000;

interface ProblemPageProps {
  readonly runId: string;
  readonly problemId: string;
}

/** All that a run made of one problem; kept fresh while the run works on it. */
export function ProblemPage({ runId, problemId }: ProblemPageProps) {
  const trpc = useTRPC();
  const detail = useQuery({
    ...trpc.runs.problem.queryOptions({ runId, problemId }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && ["waiting", "active"].includes(state.data.run.status) ? REFRESH_MS : false,
  });
  if (detail.isPending) return <SkeletonRows rows={10} label="Loading the problem" />;
  if (detail.isError) {
    return (
      <ErrorState
        title="The problem could not be read"
        error={detail.error}
        retrying={detail.isFetching}
        onRetry={() => {
          detail.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { data } = detail;
  return (
    <div className="[--scroll-top:6.5rem] lg:[--scroll-top:3.5rem] [&>section]:scroll-mt-(--scroll-top)">
      <ProblemNavigation runId={runId} neighbours={data.neighbours} />
      <ProblemFacts detail={data} />
      <SectionLinks detail={data} />
      <TreeSection detail={data} />
      <ChainsSection detail={data} />
      <CorrectionsSection detail={data} />
      <PairsSection detail={data} />
      <CallsSection detail={data} />
    </div>
  );
}
