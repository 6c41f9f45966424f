import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";
import { ChoiceButtons } from "./choice-buttons";

interface BenchmarkChoiceProps {
  readonly compared: readonly BenchmarkComparison[];
  readonly shown: string | null;
  readonly onChange: (benchmarkId: string) => void;
}

/** Which benchmark is shown in full. */
export function BenchmarkChoice({ compared, shown, onChange }: BenchmarkChoiceProps) {
  return (
    <ChoiceButtons
      label="Benchmark"
      value={shown}
      options={compared.map(({ benchmark }) => ({ value: benchmark.id, label: benchmark.name }))}
      onChange={onChange}
    />
  );
}
