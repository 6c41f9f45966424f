"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/trpc/client";
import { formatInteger, formatPercent } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { FEW_ITEMS } from "@/server/evaluations/comparison/comparison.schema";
import type { BenchmarkComparison, ComparedSlice } from "@/server/evaluations/comparison/comparison-view";
import { ChoiceButtons } from "./choice-buttons";
import { compareItemsPath } from "./compare-paths";
import type { CompareSearch } from "./compare-search";
import { formatPoints, intervalWords } from "./figures-words";

interface SlicesSectionProps {
  readonly compared: BenchmarkComparison;
  readonly search: CompareSearch;
  readonly onChange: (next: Partial<CompareSearch>) => void;
}

const BY_WORDS = { level: "By level", subject: "By subject" } as const;

/** The items by level or by subject. */
export function SlicesSection({ compared, search, onChange }: SlicesSectionProps) {
  const trpc = useTRPC();
  const { a, b } = search;
  const query = useQuery(
    trpc.evaluations.compareSlices.queryOptions({
      a,
      b,
      pass: compared.pass,
      benchmarkId: compared.benchmark.id,
    }),
  );
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={5} label="Loading the slices" />
    ) : (
      <ErrorState
        compact
        title="The slices could not be read"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const found = (["level", "subject"] as const).filter((by) => query.data.some((slice) => slice.by === by));
  const by = found.includes(search.slice) ? search.slice : found[0];
  if (by === undefined) return <p className="text-ink-soft">Its items name no levels and no subjects.</p>;
  return (
    <>
      {found.length < 2 ? null : (
        <div className="mb-2">
          <ChoiceButtons
            label="Slices"
            value={by}
            options={found.map((value) => ({ value, label: BY_WORDS[value] }))}
            onChange={(slice) => {
              onChange({ slice });
            }}
          />
        </div>
      )}
      <SliceTable
        slices={query.data.filter((slice) => slice.by === by)}
        search={{ a, b, pass: compared.pass, benchmark: compared.benchmark.id }}
      />
    </>
  );
}

interface SliceTableProps {
  readonly slices: readonly ComparedSlice[];
  readonly search: Pick<CompareSearch, "a" | "b" | "pass" | "benchmark">;
}

function SliceTable({ slices, search }: SliceTableProps) {
  const few = slices.some(({ items }) => items < FEW_ITEMS);
  return (
    <>
      <Table label="Slices" minWidth="42rem">
        <THead>
          <Th>{slices[0]?.by === "subject" ? "Subject" : "Level"}</Th>
          <Th align="right">Items</Th>
          <Th align="right">A</Th>
          <Th align="right">B</Th>
          <Th align="right">{search.pass === "greedy" ? "Only A / only B" : "A / B better"}</Th>
          <Th align="right">B less A, points</Th>
          <Th align="right">95% interval</Th>
        </THead>
        <TBody>
          {slices.map((slice) => (
            <SliceRow key={slice.name} slice={slice} search={search} />
          ))}
        </TBody>
      </Table>
      {few ? (
        <p className="mt-2 text-sm text-ink-soft">
          * Fewer than {FEW_ITEMS} items: a hint, no finding. The interval says how little it tells.
        </p>
      ) : null}
    </>
  );
}

function SliceRow({ slice, search }: { readonly slice: ComparedSlice } & Pick<SliceTableProps, "search">) {
  const { by, name, items, a, b, cells, difference } = slice;
  const [moreA, moreB] = [cells["only-a"] ?? cells["more-a"], cells["only-b"] ?? cells["more-b"]];
  return (
    <Tr>
      <Td>
        <Link prefetch={false} href={compareItemsPath({ ...search, [by]: name })} className="link">
          <SafeText text={name} />
        </Link>
      </Td>
      <Td align="right" nowrap>
        {items < FEW_ITEMS ? <span title={`Fewer than ${String(FEW_ITEMS)} items`}>* </span> : null}
        {formatInteger(items)}
      </Td>
      <Td align="right" nowrap>
        {formatPercent(a, 1)}
      </Td>
      <Td align="right" nowrap>
        {formatPercent(b, 1)}
      </Td>
      <Td align="right" nowrap>
        {formatInteger(moreA)} / {formatInteger(moreB)}
      </Td>
      <Td align="right" nowrap>
        {formatPoints(difference.value)}
      </Td>
      <Td align="right" nowrap>
        <span className={items < FEW_ITEMS ? "text-ink-faint" : undefined}>{intervalWords(difference)}</span>
      </Td>
    </Tr>
  );
}
