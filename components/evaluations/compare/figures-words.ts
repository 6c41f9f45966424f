/**
 * `components/evaluations/compare` sets two models beside each other on the same items: the verdict in words, the test behind
 * it, what cannot be compared and why, and the items one by one. All words are made by pure functions.
 */
import { UNKNOWN } from "@/components/ui/format";
import type { Figure } from "@/server/evaluations/score.schema";

/** A difference of shares in points: "+3.8", "−2.0", "0.0". */
export function formatPoints(difference: number): string {
  const points = Math.abs(difference * 100).toFixed(1);
  if (points === "0.0") return points;
  return `${difference > 0 ? "+" : "−"}${points}`;
}

/** "+3.8 points" */
export function pointsWords(difference: number): string {
  return `${formatPoints(difference)} points`;
}

/** "1.2 to 6.4", in points; a dash where there is no interval. */
export function intervalWords({ low, high }: Figure): string {
  if (low === null || high === null) return UNKNOWN;
  return `${formatPoints(low).replace("+", "")} to ${formatPoints(high).replace("+", "")}`;
}

/** "0.005", "< 0.001", "0.87": two figures of meaning; more of them where 0.05 would be hit by rounding alone. */
export function formatP(p: number): string {
  if (p < 0.001) return "< 0.001";
  const rounded = Number(p.toPrecision(2));
  if (rounded === 0.05 && p !== 0.05) return trimmed(p.toFixed(4), p);
  if (rounded >= 1) return p < 1 ? "> 0.99" : "1";
  return String(rounded);
}

/** "p = 0.005", "p < 0.001" */
export function pWords(p: number): string {
  const words = formatP(p);
  return /^[<>]/.test(words) ? `p ${words}` : `p = ${words}`;
}

/** Rounding never moves a p over the line. */
function trimmed(words: string, p: number): string {
  if (Number(words) !== 0.05) return words;
  return p < 0.05 ? "just below 0.05" : "just above 0.05";
}

/** The same text, in which no line ends between a sign and its number. */
export function unbroken(text: string): string {
  return text.replaceAll(/ ?([<>=]) (?=\d)/g, "\u00A0$1\u00A0");
}
