import { formatCount, formatInteger } from "@/components/ui/format";
import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";
import { formatP, formatPoints, intervalWords, pointsWords, pWords } from "./figures-words";

/** What of a comparison the verdict looks at. */
export type Judged = Pick<
  BenchmarkComparison,
  "items" | "samples" | "pass" | "cells" | "difference" | "p" | "pAdjusted" | "claim" | "detectable"
>;

/**
 * What may be said of A and B on one benchmark, in one sentence with the figures that it stands on.
 *
 * @param benchmarks - benchmarks that Holm's correction counts, this one included
 */
export function verdictWords(judged: Judged, benchmarks: number): string {
  if (judged.detectable === null) return sameWords(judged);
  const facts = `${countsWords(judged)}: ${pointsWords(judged.difference.value)}, 95% CI ${intervalWords(
    judged.difference,
  )}, ${testName(judged)} ${pWords(judged.p)}${holmWords(judged, benchmarks)}`;
  if (judged.claim === "real") {
    return `${judged.difference.value > 0 ? "B is better" : "B is worse"}: it ${facts}.`;
  }
  const lead =
    judged.claim === "not-shown"
      ? "No difference is shown"
      : `${formatCount(judged.items, "item")} cannot carry a claim alone`;
  return `${lead}: B ${facts}; ${detectableWords(judged)}.`;
}

function sameWords({ items, cells, samples }: Judged): string {
  return samples === 1 && cells.both !== undefined
    ? `A and B differ on none of ${formatCount(items, "item")}: both solve the same ${formatInteger(cells.both)}.`
    : `A and B do equally well on each of ${formatCount(items, "item")}.`;
}

/** "solves 31 more and 12 fewer of 500" */
function countsWords({ items, cells, samples, pass }: Judged): string {
  return pass === "greedy"
    ? `solves ${formatInteger(cells["only-b"])} more and ${formatInteger(cells["only-a"])} fewer of ${formatInteger(items)}`
    : `does better on ${formatInteger(cells["more-b"])} and worse on ${formatInteger(cells["more-a"])} of ${formatCount(items, "item")} (avg@${formatInteger(samples)})`;
}

function testName({ pass }: Pick<Judged, "pass">): string {
  return pass === "greedy" ? "McNemar" : "sign-flip";
}

function holmWords({ pAdjusted }: Judged, benchmarks: number): string {
  return benchmarks < 2
    ? ""
    : `; after Holm over ${formatInteger(benchmarks)} benchmarks ${formatP(pAdjusted)}`;
}

function detectableWords({ items, detectable }: Judged): string {
  const points = formatPoints(detectable ?? 0).replace("+", "");
  return `with ${formatCount(items, "item")} a difference below ${points} points would mostly go unseen`;
}
