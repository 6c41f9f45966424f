"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsBoolean, useQueryState } from "nuqs";
import { ProblemEvaluations } from "@/components/evaluations/problem-evaluations";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { NeighbourLinks } from "./neighbour-links";
import { ProblemFacts } from "./problem-facts";
import { ProblemTexts } from "./problem-texts";

/** One problem: statement, reference answer, solution, and where it comes from. */
export function ProblemView({ problemId }: { readonly problemId: string }) {
  const trpc = useTRPC();
  const problem = useQuery(trpc.problems.get.queryOptions({ problemId }));
  const [raw, setRaw] = useQueryState("raw", parseAsBoolean.withDefault(false));
  if (problem.isPending) return <SkeletonRows rows={6} label="Reading the problem" />;
  if (problem.isError)
    return (
      <ErrorState
        title="The problem could not be read"
        error={problem.error}
        retrying={problem.isFetching}
        onRetry={() => void problem.refetch()}
      />
    );
  const { set, externalId } = problem.data;
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
        title={externalId}
        actions={
          <>
            <NeighbourLinks problem={problem.data} raw={raw} />
            <Button aria-pressed={raw} onClick={() => void setRaw(!raw)}>
              {raw ? "Draw the maths" : "Raw text"}
            </Button>
          </>
        }
      />
      <ProblemTexts problem={problem.data} raw={raw} />
      <div className="mt-10">
        <ProblemFacts problem={problem.data} />
      </div>
      {set.kind === "benchmark" ? <ProblemEvaluations problemId={problemId} /> : null}
    </>
  );
}
