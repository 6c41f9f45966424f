"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { PublishedBenchmark, PublishedRow } from "@/server/evaluations/published-rows";

const COLUMNS: readonly PublishedBenchmark[] = [
  "GSM8K",
  "MATH",
  "MATH-500",
  "AIME 2024",
  "AMC 2023",
  "OlympiadBench",
];

/** What others have published. Their harness, prompt and grader are not ours: never in one table with what was measured here. */
export function PublishedSection() {
  const trpc = useTRPC();
  const query = useQuery(trpc.evaluations.publishedRows.queryOptions(undefined, { staleTime: Infinity }));
  return (
    <Section
      id="published"
      title="Published, other harness"
      lede="Not comparable with the numbers above, nor for the most part with each other: another prompt, grader and token limit moves a model by several points. MATH is the whole test set and MATH-500 a part of it. Per cent; before and after the method where the source tells both."
    >
      {query.data === undefined ? (
        query.error === null ? (
          <SkeletonRows rows={8} label="Loading the published rows" />
        ) : (
          <ErrorState
            title="The published rows could not be read"
            error={query.error}
            retrying={query.isFetching}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
          />
        )
      ) : (
        <Table label="Published, other harness" minWidth="62rem" maxHeight="32rem">
          <THead>
            <Th width="14rem">Model</Th>
            {COLUMNS.map((name) => (
              <Th key={name} align="right">
                {name}
              </Th>
            ))}
            <Th width="14rem">Source</Th>
          </THead>
          <TBody>
            {query.data.map((row) => (
              <Tr key={row.id}>
                <Td>
                  <span className="font-medium">{row.model}</span>
                  {row.method === null ? null : (
                    <span className="block text-sm text-ink-soft">{row.method}</span>
                  )}
                </Td>
                {COLUMNS.map((name) => (
                  <Td key={name} align="right" nowrap>
                    {figureOf(row, name)}
                  </Td>
                ))}
                <Td>
                  <span className="text-sm wrap-anywhere text-ink-soft">
                    {row.source}
                    {row.note === null ? null : <span className="block">{row.note}</span>}
                  </span>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}

function figureOf({ results }: PublishedRow, benchmark: PublishedBenchmark): string | null {
  const found = results.find((result) => result.benchmark === benchmark);
  if (found === undefined) return null;
  const after = found.after.toFixed(1);
  return found.before === null ? after : `${found.before.toFixed(1)} → ${after}`;
}
