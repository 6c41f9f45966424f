"use client";

import { EmptyState } from "@/components/ui/states";
import { Section } from "@/components/ui/page";
import type { Comparison } from "@/server/evaluations/comparison/comparison-view";
import { ApartList } from "./apart-list";
import { BenchmarkDifferences } from "./benchmark-differences";
import { ChoiceButtons } from "./choice-buttons";
import type { CompareSearch } from "./compare-search";
import { ComparedBenchmark } from "./compared-benchmark";
import { ModelHeads } from "./model-heads";
import { PassChoice } from "./pass-choice";

interface ComparedTwoProps {
  readonly comparison: Comparison;
  readonly search: CompareSearch;
  readonly onChange: (next: Partial<CompareSearch>) => void;
}

/** What may be said of the two on each benchmark, one of them in full. */
export function ComparedTwo({ comparison, search, onChange }: ComparedTwoProps) {
  const { compared, apart, lacking, pass } = comparison;
  const wanted = search.benchmark === "" ? comparison.pinned : search.benchmark;
  const shown = compared.find(({ benchmark }) => benchmark.id === wanted) ?? firstToShow(compared);
  const refused = apart.find(({ benchmark }) => benchmark.id === wanted);
  return (
    <>
      <ModelHeads a={comparison.a} b={comparison.b} />
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <PassChoice
          pass={pass}
          passes={comparison.passes}
          onChange={(next) => {
            onChange({ pass: next });
          }}
        />
        {compared.length < 2 ? null : (
          <ChoiceButtons
            label="Benchmark"
            value={refused === undefined ? (shown?.benchmark.id ?? null) : null}
            options={compared.map(({ benchmark }) => ({ value: benchmark.id, label: benchmark.name }))}
            onChange={(benchmark) => {
              onChange({ benchmark });
            }}
          />
        )}
      </div>
      {refused !== undefined || shown === undefined ? null : (
        <ComparedBenchmark
          compared={shown}
          benchmarks={compared.length}
          names={{ a: comparison.a.name, b: comparison.b.name }}
          search={search}
          onChange={onChange}
        />
      )}
      {compared.length === 0 && apart.length === 0 ? (
        <EmptyState title="There is nothing to compare them on">
          No benchmark has finished evaluations of both. Evaluate them under one protocol first.
        </EmptyState>
      ) : null}
      {compared.length === 0 ? null : (
        <Section
          title="All benchmarks"
          lede={
            compared.length === 1
              ? "The one benchmark on which both have numbers that may be compared."
              : `The family of Holm's correction: all ${String(compared.length)} benchmarks on which both have numbers under one protocol, on the same items, by one grader.`
          }
        >
          <BenchmarkDifferences comparison={comparison} />
        </Section>
      )}
      {apart.length === 0 && lacking.length === 0 ? null : (
        <Section title="Not compared">
          <ApartList comparison={comparison} />
        </Section>
      )}
    </>
  );
}

/** Nobody should first meet a benchmark that can carry no claim where another one can. */
function firstToShow(compared: Comparison["compared"]): Comparison["compared"][number] | undefined {
  return compared.find(({ claim }) => claim !== "too-small-to-tell") ?? compared[0];
}
