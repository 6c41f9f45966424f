import { CORRECTION_RULES } from "@/server/sphere/correction-rules";
import { HOLD_RULES } from "@/server/sphere/pairs/balance-pairs";
import { DROP_RULES } from "@/server/sphere/pairs/drop-rules";

/** Which rules: those that drop candidate pairs, that hold pairs back from the files, or that refuse corrections. */
export type RuleKind = "pair" | "hold" | "correction";

const words: Record<RuleKind, ReadonlyMap<string, string>> = {
  pair: new Map(Object.entries(DROP_RULES)),
  hold: new Map(Object.entries(HOLD_RULES)),
  correction: new Map(Object.entries(CORRECTION_RULES)),
};

/** A rule's name as it stands in a list: "near duplicate". */
export function ruleName(rule: string): string {
  return rule.replaceAll("-", " ");
}

/** Why the rule refuses, in one sentence; for a rule of another version its name. */
export function ruleMeaning(kind: RuleKind, rule: string): string {
  return words[kind].get(rule) ?? `Refused by the rule "${rule}".`;
}
