"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/trpc/client";
import { formatCount, formatInteger, formatPercent } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type {
  FamilyCell,
  FamilyComparison,
  FamilyRow,
} from "@/server/evaluations/comparison/comparison-view";
import { PASS_NAMES, type PassName } from "@/server/evaluations/evaluations.schema";
import { ApartItem } from "./apart-list";
import { comparePath } from "./compare-paths";
import { formatP, formatPoints, intervalWords } from "./figures-words";
import { familyWords } from "./family-words";
import { ModelOrigin } from "./model-heads";
import { PassChoice } from "./pass-choice";

interface FamilyViewProps {
  readonly base: string;
  readonly pass: PassName;
  readonly onPass: (pass: PassName) => void;
}

/** A base against every checkpoint that descends from it. */
export function FamilyView({ base, pass, onPass }: FamilyViewProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.evaluations.compareFamily.queryOptions({ base, pass }));
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={8} label="Comparing the family" />
    ) : (
      <ErrorState
        title="The family could not be compared"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const family = query.data;
  return (
    <>
      <PassChoice pass={pass} passes={PASS_NAMES} onChange={onPass} />
      {family.rows.length === 0 ? (
        <EmptyState title="No checkpoint of it was evaluated">
          Evaluate a model that was trained from it, under the protocol that the base was evaluated with.
        </EmptyState>
      ) : (
        <FamilyFound family={family} />
      )}
    </>
  );
}

function FamilyFound({ family }: { readonly family: FamilyComparison }) {
  const { base, rows, tests, pass } = family;
  return (
    <>
      <p className="mt-4 max-w-[52rem] font-serif text-lg">{familyWords(family)}</p>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">
        A is <SafeText text={base.name} />, B the checkpoint. Holm&rsquo;s correction is over all{" "}
        {formatCount(tests, "test")}, checkpoints times benchmarks: who looks at many finds a lucky one.
      </p>
      {tests === 0 ? null : (
        <div className="mt-4">
          <Table label="Checkpoints against the base" minWidth="58rem">
            <THead>
              <Th width="15rem">Checkpoint</Th>
              <Th>Benchmark</Th>
              <Th align="right">A</Th>
              <Th align="right">B</Th>
              <Th align="right">{pass === "greedy" ? "Only A / B" : "Better: A / B"}</Th>
              <Th align="right">Points</Th>
              <Th align="right">95% interval</Th>
              <Th align="right">p, Holm</Th>
              <Th>Says</Th>
            </THead>
            <TBody>
              {rows.flatMap((row) =>
                row.compared.map((cell, index) => (
                  <CellRow
                    key={`${row.model.id} ${cell.benchmark.id}`}
                    row={row}
                    cell={cell}
                    first={index === 0}
                    family={family}
                  />
                )),
              )}
            </TBody>
          </Table>
        </div>
      )}
      {rows.every(({ apart }) => apart.length === 0) ? null : (
        <Section title="Not compared">
          {rows
            .filter(({ apart }) => apart.length > 0)
            .map(({ model, apart }) => (
              <section key={model.id} aria-label={model.name} className="mb-4">
                <h3 className="mb-1 font-medium">
                  <SafeText text={model.name} />
                </h3>
                <ul className="border-t border-rule">
                  {apart.map((each) => (
                    <ApartItem key={each.benchmark.id} apart={each} pass={pass} />
                  ))}
                </ul>
              </section>
            ))}
        </Section>
      )}
    </>
  );
}

interface CellRowProps {
  readonly row: FamilyRow;
  readonly cell: FamilyCell;
  /** The first benchmark of its checkpoint: names it. */
  readonly first: boolean;
  readonly family: FamilyComparison;
}

function CellRow({ row: { model, depth }, cell, first, family }: CellRowProps) {
  const { benchmark, a, b, cells, difference, pAdjusted, claim, items } = cell;
  const [moreA, moreB] = [cells["only-a"] ?? cells["more-a"], cells["only-b"] ?? cells["more-b"]];
  return (
    <Tr>
      <Td>
        {first ? (
          <span className="block" style={{ paddingLeft: `${String(Math.min(depth - 1, 6))}rem` }}>
            <span className="font-medium">
              <SafeText text={model.name} />
            </span>
            <ModelOrigin model={model} />
          </span>
        ) : null}
      </Td>
      <Td>
        <Link
          prefetch={false}
          href={comparePath({ a: family.base.id, b: model.id, pass: family.pass, benchmark: benchmark.id })}
          className="link"
        >
          {benchmark.name}
        </Link>
        <span className="block text-sm text-ink-faint">{formatCount(items, "item")}</span>
      </Td>
      <Td align="right" nowrap>
        {formatPercent(a.score, 1)}
      </Td>
      <Td align="right" nowrap>
        {formatPercent(b.score, 1)}
      </Td>
      <Td align="right" nowrap>
        {formatInteger(moreA)} / {formatInteger(moreB)}
      </Td>
      <Td align="right" nowrap>
        {claim === "real" ? (
          <strong>{formatPoints(difference.value)}</strong>
        ) : (
          formatPoints(difference.value)
        )}
      </Td>
      <Td align="right" nowrap>
        {intervalWords(difference)}
      </Td>
      <Td align="right" nowrap>
        {formatP(pAdjusted)}
      </Td>
      <Td nowrap>{SAYS[claim](difference.value)}</Td>
    </Tr>
  );
}

const SAYS: Readonly<Record<FamilyCell["claim"], (difference: number) => string>> = {
  real: (difference) => (difference > 0 ? "better" : "worse"),
  "not-shown": () => "not shown",
  "too-small-to-tell": () => "too few items",
};
