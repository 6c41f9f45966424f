"use client";

import { Section } from "@/components/ui/page";
import type { LaunchEvaluations } from "@/server/evaluations/evaluations.schema";
import { plannedPasses, type PlannedPasses } from "@/server/evaluations/presets.schema";
import { passesWords } from "../passes-words";
import { subsetWords } from "../subset-words";
import type { BenchmarkChoice } from "./initial-launch";
import { useSettledLaunch } from "./use-settled-launch";

/** What will stand beside each number, before anything is launched. */
export function StandsSection({ benchmarks }: { readonly benchmarks: readonly BenchmarkChoice[] }) {
  const launch = useSettledLaunch();
  const chosen = benchmarks.filter(({ id }) => launch?.benchmarkIds.includes(id));
  return (
    <Section title="What will stand on the page" lede="Beside each number, wherever it is shown.">
      {launch === null || chosen.length === 0 ? (
        <p className="min-h-16 text-ink-faint">Choose a model and a benchmark first.</p>
      ) : (
        <ul aria-live="polite" className="min-h-16 border-t border-rule">
          {chosen.map((benchmark) => {
            const passes = plannedPasses(launch, benchmark);
            return (
              <li
                key={benchmark.id}
                className="grid gap-x-6 border-b border-rule py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]"
              >
                <span className="wrap-anywhere">
                  <bdi>{benchmark.name}</bdi>
                </span>
                <span className="text-ink-soft">
                  {partWords(launch, passes, benchmark)}; {passesWords(passes)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

function partWords(
  { seed }: LaunchEvaluations,
  { items }: PlannedPasses,
  { problemCount: of }: BenchmarkChoice,
): string {
  const taken = Math.min(items ?? of, of);
  return subsetWords({ items: taken, of, seed: taken === of ? null : seed });
}
