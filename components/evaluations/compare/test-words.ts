import { formatCount, formatInteger, formatPercent } from "@/components/ui/format";
import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";
import { formatP, formatPoints, pWords } from "./figures-words";

/** The test behind a verdict, in plain sentences. */
export function testWords(compared: BenchmarkComparison, benchmarks: number): string[] {
  return [
    ...(compared.pass === "greedy" ? mcnemarWords(compared) : signFlipWords(compared)),
    ...holmWords(compared, benchmarks),
    ...detectableWords(compared),
    claimWords(compared),
  ];
}

function mcnemarWords({ cells, p, items }: BenchmarkComparison): string[] {
  const [onlyA, onlyB] = [cells["only-a"] ?? 0, cells["only-b"] ?? 0];
  const apart = onlyA + onlyB;
  return [
    `Only the ${formatCount(apart, "item")} of ${formatInteger(items)} on which the two part can tell them apart: ${formatInteger(onlyB)} for B, ${formatInteger(onlyA)} for A. Were both as good, each of these would be the toss of a coin; a split at least as uneven comes up with ${pWords(p)} (exact McNemar test, two-sided).`,
    "The interval of the difference is Newcombe's for paired shares (1998, method 10): it takes into account that both were asked the same items, and stays sound near 0 and 1.",
  ];
}

function signFlipWords({ samples, p, exact, evaluations }: BenchmarkComparison): string[] {
  const { sampled } = evaluations.a.protocol;
  const drawn =
    sampled === null ? "" : ` at temperature ${String(sampled.temperature)}, top-p ${String(sampled.topP)}`;
  return [
    `Each item has ${formatCount(samples, "answer")} of each model${drawn}; what counts is the difference of their shares of right answers, item by item. Were both as good, each difference could as well have the other sign; a mean at least as far from 0 comes up with ${pWords(p)} (sign-flip permutation test, two-sided, ${exact ? "exact over all signs" : "10,000 random signs"}).`,
    "The interval draws whole items with replacement, 10,000 times, from a stream that is seeded by the two evaluations: the answers to one item are no independent trials.",
  ];
}

function holmWords({ pAdjusted }: BenchmarkComparison, benchmarks: number): string[] {
  if (benchmarks < 2) return ["One benchmark is compared, so there is nothing to correct p for."];
  return [
    `${formatInteger(benchmarks)} benchmarks are compared, and of several one may differ by luck: after Holm's correction over all of them p is ${formatP(pAdjusted)}.`,
  ];
}

function detectableWords({ detectable, items, pass, cells }: BenchmarkComparison): string[] {
  if (detectable === null) return [];
  const points = formatPoints(detectable).replace("+", "");
  const apart = ((cells["only-a"] ?? 0) + (cells["only-b"] ?? 0)) / items;
  const basis =
    pass === "greedy"
      ? `${formatPercent(apart, 1)} of them decided differently`
      : "differences as spread as these";
  return [
    `With ${formatCount(items, "item")}, ${basis}, a true difference of ${points} points is found four times in five; smaller ones mostly go unseen.`,
  ];
}

function claimWords({ claim, items }: BenchmarkComparison): string {
  if (claim === "too-small-to-tell") {
    return `${formatCount(items, "item")} show only very large differences, and what looks large on so few is mostly luck. So they carry no claim alone, whatever p is; AIME and AMC never do.`;
  }
  const rule =
    "A difference counts as real where p after correction is below 0.05 and the interval leaves out 0.";
  return claim === "real"
    ? `${rule} Here both hold.`
    : `${rule} Here they do not both hold; that does not say that the two are equal.`;
}
