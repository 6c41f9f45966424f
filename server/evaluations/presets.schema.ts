import type { LaunchEvaluations, PresetName, SamplingPass } from "./evaluations.schema";

/** Which answers are drawn of which items. */
export interface PlannedPasses {
  /** Problems of the benchmark; null: all. */
  readonly items: number | null;
  readonly greedy: boolean;
  readonly sampled: SamplingPass | null;
}

const SAMPLED = { samples: 4, temperature: 0.7, topP: 0.95 } as const;

/** Quick look, standard, and as the paper reports; custom is what a person says. */
export const PRESETS = {
  quick: { items: 100, greedy: true, sampled: null },
  standard: { items: null, greedy: true, sampled: SAMPLED },
  paper: { items: null, greedy: true, sampled: null },
} as const satisfies Readonly<Record<Exclude<PresetName, "custom">, PlannedPasses>>;

/** Benchmarks of so few items that four answers of each say little. */
const SMALL_BENCHMARKS: readonly string[] = ["aime24.jsonl", "amc23.jsonl"];
const SMALL_SAMPLES = 32;

/** The passes of a launch on one benchmark, which is known by the `source` of its set. */
export function plannedPasses(
  launch: Pick<LaunchEvaluations, "preset" | "items" | "greedy" | "sampled">,
  benchmark: { readonly source: string },
): PlannedPasses {
  if (launch.preset === "custom") {
    return { items: launch.items, greedy: launch.greedy, sampled: launch.sampled };
  }
  const planned: PlannedPasses = PRESETS[launch.preset];
  const isSmall = SMALL_BENCHMARKS.includes(benchmark.source.toLowerCase());
  return planned.sampled !== null && isSmall
    ? { ...planned, sampled: { ...planned.sampled, samples: SMALL_SAMPLES } }
    : planned;
}
