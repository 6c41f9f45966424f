import type { SphereConfig } from "../config";
import { type Stage, STAGES } from "../io";

/**
 * Why a pair is held back from training although nothing is wrong with it: for the balance over the whole run (method), or by
 * the gate before benchmarks, which is not decided here.
 */
export const HOLD_RULES = {
  "truncated-share": "More than a tenth of the rejected solutions would be cut ones.",
  "stage-mix": "Its stage has more than its share of the pairs.",
  "length-balance": "One side would be longer on average than the other by more than a tenth.",
  "benchmark-overlap": "Its problem is in a benchmark too, or much like one there, and nobody waived that.",
} as const;

export type HoldRule = keyof typeof HOLD_RULES;

/** What the balance looks at of a pair. */
export interface BalanceItem {
  readonly id: string;
  readonly stage: Stage;
  /** Lengths of the completions, both in one unit. */
  readonly chosenLength: number;
  readonly rejectedLength: number;
  readonly rejectedTruncated: boolean;
}

const MAX_TRUNCATED_SHARE = 0.1;
const STAGE_SHARES: Readonly<Record<Stage, number>> = {
  "self-generation": 0.6,
  "self-correction": 0.25,
  "diversity-induction": 0.25,
};
/**
 * Fewer pairs than this have no balance to speak of: with lengths that vary by 0.4, the mean of 20 is known to
 * within a tenth.
 */
export const MIN_BALANCED_PAIRS = 20;

/**
 * The pairs of a run to be held back from training, each with its rule. A pure function of the set: neither the
 * order of the pairs nor when they came changes it. O(n log n).
 *
 * - truncated-share: at most a tenth of the kept pairs reject a cut solution.
 * - stage-mix (where `config.stageMix`): of the kept pairs at most 60, 25 and 25 per cent come from stages 1, 2 and
 *   3, to the whole pair. Where a stage made no pair, the others share its part.
 * - length-balance (where `config.lengthBalance` and there are at least 20 pairs): the mean length of the chosen
 *   sides is within a tenth of the rejected sides'. Those that tip the balance most go first, so that as few as
 *   possible go.
 */
export function balancePairs(
  pairs: readonly BalanceItem[],
  config: Pick<SphereConfig, "lengthBalance" | "stageMix">,
): ReadonlyMap<string, HoldRule> {
  const held = new Map<string, HoldRule>();
  let kept = pairs.toSorted(byId);
  const hold = (rule: HoldRule, items: readonly BalanceItem[]) => {
    for (const { id } of items) held.set(id, rule);
    if (items.length > 0) kept = kept.filter(({ id }) => !held.has(id));
  };
  // What one rule holds can undo another's share, never the other way round for ever: each round holds some.
  for (let before = -1; before < held.size;) {
    before = held.size;
    hold("truncated-share", excessTruncated(kept));
    if (config.stageMix) hold("stage-mix", excessOfStages(kept));
    if (config.lengthBalance && pairs.length >= MIN_BALANCED_PAIRS) hold("length-balance", unbalancing(kept));
  }
  return held;
}

function excessTruncated(kept: readonly BalanceItem[]): readonly BalanceItem[] {
  const truncated = kept.filter(({ rejectedTruncated }) => rejectedTruncated);
  const whole = kept.length - truncated.length;
  return truncated.slice(Math.floor((whole * MAX_TRUNCATED_SHARE) / (1 - MAX_TRUNCATED_SHARE) + 1e-9));
}

function excessOfStages(kept: readonly BalanceItem[]): readonly BalanceItem[] {
  const stages = STAGES.map((stage) => ({
    share: STAGE_SHARES[stage],
    items: kept.filter((item) => item.stage === stage),
  })).filter(({ items }) => items.length > 0);
  const offered = stages.reduce((sum, { share }) => sum + share, 0);
  const allowed = ({ share }: { readonly share: number }, total: number) =>
    Math.ceil((share / Math.min(1, offered)) * total - 1e-9);
  // The largest total that the shares allow: what a stage may keep shrinks with the total until both agree.
  let [total, next] = [Infinity, kept.length];
  while (next < total) {
    total = next;
    next = stages.reduce((sum, one) => sum + Math.min(one.items.length, allowed(one, total)), 0);
  }
  return stages.flatMap((one) => one.items.slice(allowed(one, total)));
}

/**
 * Pairs to leave out so that neither side is longer on average by more than a tenth of the rejected side. While
 * the chosen are too long, the pair that adds most to that goes, so that no fewer could do; the last one may tip
 * a small set over to the other side, which is then mended in the same way.
 */
function unbalancing(kept: readonly BalanceItem[]): readonly BalanceItem[] {
  const long = tipping(kept, tooLong);
  const short = tipping(kept, (item) => -tooShort(item));
  const out = new Set<BalanceItem>();
  for (;;) {
    const side = long.over() > 0 ? long : short.over() > 0 ? short : null;
    const next = side?.next(out);
    if (next === undefined) return [...out];
    out.add(next);
    long.remove(next);
    short.remove(next);
  }
}

/** Tenths, so that whole lengths make whole numbers: above nought in sum where the chosen are too long. */
function tooLong({ chosenLength, rejectedLength }: BalanceItem): number {
  return 10 * chosenLength - 11 * rejectedLength;
}

/** Below nought in sum where the chosen are too short. */
function tooShort({ chosenLength, rejectedLength }: BalanceItem): number {
  return 10 * chosenLength - 9 * rejectedLength;
}

/** By how much a set is over a limit, and its items by what they add to that, the largest first. */
function tipping(items: readonly BalanceItem[], weight: (item: BalanceItem) => number) {
  const ranked = items.toSorted((a, b) => weight(b) - weight(a) || byId(a, b));
  let over = items.reduce((sum, item) => sum + weight(item), 0);
  let at = 0;
  return {
    over: () => over,
    remove: (item: BalanceItem) => {
      over -= weight(item);
    },
    next: (out: ReadonlySet<BalanceItem>): BalanceItem | undefined => {
      for (let item = ranked[at]; item !== undefined; item = ranked[++at]) if (!out.has(item)) return item;
      return undefined;
    },
  };
}

function byId(a: BalanceItem, b: BalanceItem): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
