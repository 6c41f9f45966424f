import { DifferenceChart } from "@/components/charts";
import type { Comparison } from "@/server/evaluations/comparison/comparison-view";
import { formatP, pWords, unbroken } from "./figures-words";
import { subsetWords } from "../subset-words";

/** The difference on each benchmark with its interval: what is claimed is filled. */
export function BenchmarkDifferences({ comparison }: { readonly comparison: Comparison }) {
  const { compared, a, b } = comparison;
  return (
    <DifferenceChart
      label="B less A, in points"
      caption="The dot is the difference, the bar its 95% interval. Filled: real after correction for all benchmarks."
      rowName="Benchmark"
      countName="items"
      left={`A better: ${a.name}`}
      right={`B better: ${b.name}`}
      quietName="not shown to be real, or too few items to carry a claim alone"
      fileName="differences"
      rows={compared.map(({ benchmark, difference, items, p, pAdjusted, claim, evaluations }) => ({
        key: benchmark.id,
        label: `${benchmark.name} (${subsetWords(evaluations.a.subset)})`,
        ...difference,
        count: items,
        quiet: claim !== "real",
        note:
          claim === "too-small-to-tell"
            ? "too few for a claim"
            : unbroken(compared.length === 1 ? pWords(p) : `${pWords(p)}, Holm ${formatP(pAdjusted)}`),
      }))}
    />
  );
}
