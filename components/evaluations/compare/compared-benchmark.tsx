"use client";

import { Section } from "@/components/ui/page";
import { LinkButton } from "@/components/ui/button";
import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";
import { CellsTable } from "./cells-table";
import { compareItemsPath } from "./compare-paths";
import type { CompareSearch } from "./compare-search";
import { ExportLinks } from "./export-links";
import { FiguresTable } from "./figures-table";
import { SlicesSection } from "./slices-section";
import { Verdict } from "./verdict";

interface ComparedBenchmarkProps {
  readonly compared: BenchmarkComparison;
  readonly benchmarks: number;
  readonly names: { readonly a: string; readonly b: string };
  readonly search: CompareSearch;
  readonly onChange: (next: Partial<CompareSearch>) => void;
}

/** One benchmark in full. */
export function ComparedBenchmark({ compared, benchmarks, names, search, onChange }: ComparedBenchmarkProps) {
  const { a, b } = search;
  const items = { a, b, pass: compared.pass, benchmark: compared.benchmark.id };
  return (
    <>
      <Verdict compared={compared} benchmarks={benchmarks} search={search} />
      <div className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <section aria-labelledby="cells-title">
          <h2 id="cells-title" className="mb-3 font-serif text-lg font-semibold">
            Item by item
          </h2>
          <CellsTable compared={compared} search={items} />
          <p className="mt-3 flex flex-wrap gap-2">
            <LinkButton size="sm" href={compareItemsPath(items)}>
              See the items
            </LinkButton>
            <ExportLinks search={items} />
          </p>
        </section>
        <section aria-labelledby="figures-title" className="min-w-0">
          <h2 id="figures-title" className="mb-3 font-serif text-lg font-semibold">
            What it takes
          </h2>
          <FiguresTable compared={compared} names={names} />
        </section>
      </div>
      <Section
        title="Slices"
        lede="For looking, not for claims: of many slices some differ by chance alone, so none is tested."
      >
        <SlicesSection compared={compared} search={search} onChange={onChange} />
      </Section>
    </>
  );
}
