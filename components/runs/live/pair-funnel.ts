import type { PairFunnel, RuleCount } from "@/server/runs/report.service";

/** One line of the funnel. */
export interface FunnelRow {
  readonly key: string;
  /** What is left at this point, or what a rule took out. */
  readonly kind: "left" | "taken";
  /** Of a rule: which list explains it. */
  readonly rules: "pair" | "hold" | null;
  readonly name: "candidates" | "pairs" | "exported" | (string & {});
  readonly count: number;
  /** Of all candidates, from 0 to 1. */
  readonly share: number;
}

/** The funnel line by line: what there was, what each rule took, what was left. Every candidate is counted once. */
export function funnelRows({ candidates, dropped, pairs, heldBack, exported }: PairFunnel): FunnelRow[] {
  const share = (count: number): number => (candidates === 0 ? 0 : count / candidates);
  const left = (name: string, count: number): FunnelRow => ({
    key: name,
    kind: "left",
    rules: null,
    name,
    count,
    share: share(count),
  });
  const taken = (rules: "pair" | "hold", { rule, count }: RuleCount): FunnelRow => ({
    key: `${rules}/${rule}`,
    kind: "taken",
    rules,
    name: rule,
    count,
    share: share(count),
  });
  return [
    left("candidates", candidates),
    ...dropped.map((drop) => taken("pair", drop)),
    left("pairs", pairs),
    ...heldBack.map((held) => taken("hold", held)),
    left("exported", exported),
  ];
}
