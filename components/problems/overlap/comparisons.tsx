"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import Link from "next/link";
import { OnlyFor } from "@/components/accounts/only-for";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { ErrorState } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { OverlapSummary } from "../types";

/** What was compared with what, when, and what came of it. */
export function Comparisons({ summary }: { readonly summary: OverlapSummary }) {
  const { set, comparisons } = summary;
  if (comparisons.length === 0) return null;
  return (
    <>
      <Table label="Comparisons" minWidth="38rem">
        <THead>
          <Th>{set.kind === "benchmark" ? "Set that trains" : "Benchmark"}</Th>
          <Th align="right">Problems</Th>
          <Th>Compared</Th>
          <Th align="right">Open</Th>
          <Th align="right">Left out</Th>
          <Th align="right">Waived</Th>
        </THead>
        <TBody>
          {comparisons.map(({ other, checkedAt, current, counts }) => (
            <Tr key={other.id}>
              <Td>
                <Link href={`/problems/${other.id}`} className="link">
                  {other.name}
                </Link>
              </Td>
              <Td align="right">{formatInteger(other.problemCount)}</Td>
              <Td nowrap>
                {checkedAt === null ? "not yet" : <RelativeTime at={checkedAt} />}
                {checkedAt === null || current ? null : (
                  <span className="text-ink-soft">, changed since</span>
                )}
              </Td>
              <Td align="right">{formatInteger(counts.open)}</Td>
              <Td align="right">{formatInteger(counts["left-out"])}</Td>
              <Td align="right">{formatInteger(counts.waived)}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {comparisons.every(({ current }) => current) ? null : (
        <OnlyFor least="runner">
          <CompareNow setId={set.id} />
        </OnlyFor>
      )}
    </>
  );
}

function CompareNow({ setId }: { readonly setId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const compare = useMutation(
    trpc.problems.overlap.compare.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.problems.pathKey() }),
    }),
  );
  return (
    <div className="mt-3">
      <Button
        pending={compare.isPending}
        icon={<RotateCw size={14} aria-hidden />}
        onClick={() => {
          compare.mutate({ setId });
        }}
      >
        Compare now
      </Button>
      {compare.error === null ? null : <ErrorState error={compare.error} compact />}
    </div>
  );
}
