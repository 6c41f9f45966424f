"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { LegendMark } from "@/components/charts";
import { useTRPC } from "@/components/trpc/client";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { GreedyMark, SampledShare } from "./items/pass-marks";
import { modelColour } from "./model-colour";
import { evaluationItemPath } from "./paths";

/** On the page of a benchmark's problem: how the models answered it, the newest evaluation first. */
export function ProblemEvaluations({ problemId }: { readonly problemId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.evaluations.ofProblem.queryOptions({ problemId }));
  return (
    <Section title="How models answered it" lede="One row an evaluation that took this problem.">
      {query.data === undefined ? (
        query.error === null ? (
          <SkeletonRows rows={3} />
        ) : (
          <ErrorState
            title="The evaluations could not be read"
            error={query.error}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
            retrying={query.isFetching}
          />
        )
      ) : query.data.length === 0 ? (
        <p className="text-ink-faint">No evaluation has taken this problem yet.</p>
      ) : (
        <Table label="How models answered it" minWidth="36rem" maxHeight="28rem">
          <THead>
            <Th>Model</Th>
            <Th width="11rem">Greedy answer</Th>
            <Th width="9rem">Sampled</Th>
            <Th align="right" width="9rem">
              Evaluated
            </Th>
          </THead>
          <TBody>
            {query.data.map((row) => (
              <Tr key={row.evaluationId}>
                <Td>
                  <span className="flex items-baseline gap-2">
                    <LegendMark shape="circle" colour={modelColour(row.model.id)} />
                    <Link
                      href={evaluationItemPath(row.evaluationId, problemId)}
                      className="link min-w-0 wrap-anywhere"
                    >
                      <bdi>{row.model.name}</bdi>
                    </Link>
                  </span>
                </Td>
                <Td>{row.passes.greedy === null ? <None /> : <GreedyMark item={row} />}</Td>
                <Td>{row.passes.sampled === null ? <None /> : <SampledShare pass={row.passes.sampled} />}</Td>
                <Td align="right" nowrap>
                  <RelativeTime at={row.createdAt} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}

function None() {
  return <span className="text-ink-faint">not asked for</span>;
}
