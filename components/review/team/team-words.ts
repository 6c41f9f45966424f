import type { IntervalRow } from "@/components/charts";
import { LEVEL_WORDS } from "@/components/runs/problem/words";
import { ruleName } from "@/components/runs/live/rule-words";
import type { Share } from "@/server/review/team/figures";
import type { Family, MachineRule } from "@/server/review/team/ledger";
import type { ValueKind } from "@/server/sphere/types";
import { UNKNOWN_WORDS, type Estimate } from "@/server/statistics";
import { STAGE_WORDS } from "../words";

const VALUED_WORDS: Readonly<Record<ValueKind, string>> = {
  rollouts: "by rollouts",
  prm: "by a process reward model",
  judge: "by a judge",
  outcome: "by the verdict alone",
};

/** "pairs of stage 1 self-generation" */
export function familyWords({ kind, stage }: Family): string {
  return `${kind === "pair" ? "pairs" : "corrections"} of stage ${STAGE_WORDS[stage]}`;
}

/** By which rule the machine made an item, in words. */
export function machineRuleWords(rule: MachineRule): string {
  if (rule.kind === "correction") {
    return rule.refusedBy === null
      ? "corrections that the rules took"
      : `corrections refused: ${ruleName(rule.refusedBy)}`;
  }
  const level = rule.level === null ? "pairs" : `pairs, ${LEVEL_WORDS[rule.level]}`;
  return rule.valuedBy === null ? level : `${level}, valued ${VALUED_WORDS[rule.valuedBy]}`;
}

interface RowOptions {
  readonly key: string;
  readonly label: string;
  readonly against?: number | null;
}

/** A share as a row of an interval chart. */
export function shareRow({ estimate, total }: Share, options: RowOptions): IntervalRow {
  return estimateRow(estimate, { ...options, count: total });
}

/** An estimate as a row of an interval chart; where there is none, why. */
export function estimateRow(
  { value, interval, reason }: Estimate,
  { key, label, count, against = null }: RowOptions & { readonly count: number },
): IntervalRow {
  return {
    key,
    label,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    count,
    against,
    why: reason === null ? undefined : UNKNOWN_WORDS[reason],
  };
}

/** What a coefficient of agreement says, after Krippendorff (2004): 0.8 to rely on, 0.667 for a tentative word. */
export function agreementWords(estimate: Estimate): string | null {
  const low = estimate.interval?.low ?? estimate.value;
  if (estimate.value === null || low === null) return null;
  if (low >= 0.8) return "The whole interval is above 0.8: decisions can be relied on.";
  if (low >= 0.667) return "The whole interval is above 0.667: good enough for tentative conclusions.";
  if ((estimate.interval?.high ?? estimate.value) < 0.667) {
    return "The whole interval is below 0.667: people do not mean the same by the same verdict. Better guidelines help more than more decisions.";
  }
  return "The interval holds 0.667, below which decisions are not to be relied on: it cannot be told yet.";
}
