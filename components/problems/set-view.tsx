"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/trpc/client";
import { PageHeader } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { FaultsSection } from "./faults-section";
import { OverlapAlert } from "./overlap-alert";
import { RulesSection } from "./rules-section";
import { SetFacts } from "./set-facts";
import { KIND_MEANING } from "./set-kind";
import { SetProblems } from "./set-problems";
import { SetStatus } from "./set-status";

const WHILE_IMPORTING_MS = 700;

/** One set: its facts, its problems, the lines that were refused. */
export function SetView({ setId }: { readonly setId: string }) {
  const trpc = useTRPC();
  const set = useQuery(
    trpc.problems.sets.get.queryOptions(
      { setId },
      { refetchInterval: ({ state }) => (state.data?.status === "importing" ? WHILE_IMPORTING_MS : false) },
    ),
  );
  if (set.isPending) return <SkeletonRows rows={10} label="Reading the set" />;
  if (set.isError)
    return (
      <ErrorState
        title="The set could not be read"
        error={set.error}
        retrying={set.isFetching}
        onRetry={() => void set.refetch()}
      />
    );
  return (
    <>
      <PageHeader
        above={
          <Link href="/problems" className="link">
            Problems
          </Link>
        }
        title={set.data.name}
        lede={KIND_MEANING[set.data.kind]}
        actions={<SetStatus set={set.data} />}
      />
      <SetFacts set={set.data} />
      <OverlapAlert set={set.data} />
      <div className="mt-8">
        <SetProblems set={set.data} />
      </div>
      <RulesSection set={set.data} />
      <FaultsSection set={set.data} />
    </>
  );
}
