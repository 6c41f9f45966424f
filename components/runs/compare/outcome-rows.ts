/**
 * `components/runs/compare` sets two runs beside each other: what differs in their settings, what came of them, and
 * what of it cannot be compared. Words of settings are those of the launch form.
 */
import {
  formatDecimal,
  formatDuration,
  formatInteger,
  formatPercent,
  formatRate,
} from "@/components/ui/format";
import type { RunOutcome } from "@/server/runs/run-outcome.repo";

export interface OutcomeRow {
  readonly label: string;
  readonly a: string;
  readonly b: string;
  /** b against a: "+12%"; null where that says nothing. */
  readonly change: string | null;
}

interface Figure {
  readonly label: string;
  readonly of: (outcome: RunOutcome) => number | null;
  readonly words: (value: number | null, outcome: RunOutcome) => string;
}

const figures: readonly Figure[] = [
  { label: "Problems done", of: (o) => o.problemsDone, words: formatInteger },
  { label: "Problems failed", of: (o) => o.problemsFailed, words: formatInteger },
  { label: "Generated tokens", of: (o) => o.generatedTokens, words: formatInteger },
  { label: "Time at work", of: (o) => o.activeMs, words: formatDuration },
  { label: "Rate", of: (o) => o.tokensPerSecond, words: (value) => formatRate(value) },
  { label: "Pairs", of: (o) => o.pairs, words: formatInteger },
  { label: "Pairs per million tokens", of: (o) => o.pairsPerMillionTokens, words: formatInteger },
  {
    label: "Corrections accepted",
    of: (o) => o.correctionsAccepted,
    words: (value, { correctionsTried }) => `${formatInteger(value)} of ${formatInteger(correctionsTried)}`,
  },
  {
    label: "First samples right",
    of: (o) => o.rightShare,
    words: (value) => formatPercent(value, 1),
  },
  { label: "Tokens per solution", of: (o) => o.tokensPerSolution, words: (value) => formatDecimal(value, 0) },
  { label: "Easy problems", of: (o) => o.buckets.easy, words: formatInteger },
  { label: "Mixed problems", of: (o) => o.buckets.mixed, words: formatInteger },
  { label: "Hard problems", of: (o) => o.buckets.hard, words: formatInteger },
];

/** What two runs came to, figure by figure. */
export function outcomeRows(a: RunOutcome, b: RunOutcome): OutcomeRow[] {
  return figures.map(({ label, of, words }) => ({
    label,
    a: words(of(a), a),
    b: words(of(b), b),
    change: changeWords(of(a), of(b)),
  }));
}

const MANY = 3;

/** "+12%", "−40%", "4.2 times", "same"; null where there is nothing to divide by. */
export function changeWords(before: number | null, after: number | null): string | null {
  if (before === null || after === null) return null;
  if (before === after) return "same";
  if (before === 0) return null;
  const ratio = after / before;
  if (ratio >= MANY) return `${formatDecimal(ratio, 1)} times`;
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  if (percent === 0) return "same to 1%";
  return `${ratio > 1 ? "+" : "−"}${percent}%`;
}
