"use client";

/**
 * `components/problems/overlap` owns the page on which people look at what a set has in common with benchmarks, and decide.
 */
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/trpc/client";
import { PageHeader, Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Comparisons } from "./comparisons";
import { MatchesSection } from "./matches-section";
import { OverlapState } from "./overlap-state";

/** What a set has in common with benchmarks (a benchmark with sets that train), side by side. */
export function OverlapView({ setId }: { readonly setId: string }) {
  const trpc = useTRPC();
  const summary = useQuery(trpc.problems.overlap.summary.queryOptions({ setId }));
  if (summary.isPending) return <SkeletonRows rows={10} label="Reading what was compared" />;
  if (summary.isError)
    return (
      <ErrorState
        title="What was compared could not be read"
        error={summary.error}
        retrying={summary.isFetching}
        onRetry={() => void summary.refetch()}
      />
    );
  const { set, counts } = summary.data;
  const found = counts.open + counts["left-out"] + counts.waived;
  return (
    <>
      <PageHeader
        above={
          <>
            <Link href="/problems" className="link">
              Problems
            </Link>{" "}
            /{" "}
            <Link href={`/problems/${set.id}`} className="link">
              {set.name}
            </Link>
          </>
        }
        title={`Overlap of ${set.name}`}
        lede={
          set.kind === "benchmark"
            ? "Problems of sets that train which are in this benchmark, or much like one in it. A model that was trained on them has seen the test."
            : "Problems of this set which are in a benchmark, or much like one there. While one is open no run starts on the set: a model that was trained on it would have seen the test."
        }
      />
      <OverlapState summary={summary.data} />
      <div className="mt-4">
        <Comparisons summary={summary.data} />
      </div>
      {found === 0 ? null : (
        <Section title="Matches" id="matches">
          <MatchesSection summary={summary.data} />
        </Section>
      )}
    </>
  );
}
