import { STAGES } from "@/server/sphere/io";
import { BUCKETS } from "@/server/sphere/types";
import type { Acceptance, TeamFigures } from "./figures";
import type { Judged } from "./judged";
import { isReading, type ItemFacts, type Unit } from "./ledger";
import { share } from "./share";

export interface AcceptanceInput {
  /** What people say of each item. */
  readonly judged: readonly Judged[];
  /** What the viewer says. */
  readonly own: readonly Judged[];
}

/** What one person says of each unit that they read. */
export function readingsOf(units: readonly Unit[], userId: string): Judged[] {
  const found: Judged[] = [];
  for (const { item, votes } of units) {
    for (const vote of votes) {
      if (vote.userId === userId && isReading(vote)) found.push({ item, verdict: vote.verdict });
    }
  }
  return found;
}

/** Accepted items by stage, by bucket and by the rule that made them. */
export function acceptanceOf(input: AcceptanceInput): TeamFigures["acceptance"] {
  return {
    stages: grouped(input, (item) => item.family).toSorted(
      (a, b) => STAGES.indexOf(a.key.stage) - STAGES.indexOf(b.key.stage),
    ),
    buckets: grouped(input, (item) => item.bucket).toSorted((a, b) => placeOf(a.key) - placeOf(b.key)),
    rules: grouped(input, (item) => item.rule).toSorted((a, b) => b.whole.total - a.whole.total),
  };
}

interface Sums {
  decided: number;
  accepted: number;
  own: number;
  ownAccepted: number;
}

function grouped<Key>(input: AcceptanceInput, keyOf: (item: ItemFacts) => Key): Acceptance<Key>[] {
  const groups = new Map<Key, Sums>();
  for (const { item, verdict } of input.judged) {
    const sums = sumsOf(groups, keyOf(item));
    sums.decided += 1;
    if (verdict === "accept") sums.accepted += 1;
  }
  for (const { item, verdict } of input.own) {
    const sums = sumsOf(groups, keyOf(item));
    sums.own += 1;
    if (verdict === "accept") sums.ownAccepted += 1;
  }
  return Array.from(groups, ([key, { decided, accepted, own, ownAccepted }]) => ({
    key,
    whole: share(accepted, decided),
    mine: share(ownAccepted, own),
  }));
}

function sumsOf<Key>(groups: Map<Key, Sums>, key: Key): Sums {
  const known = groups.get(key);
  if (known !== undefined) return known;
  const sums = { decided: 0, accepted: 0, own: 0, ownAccepted: 0 };
  groups.set(key, sums);
  return sums;
}

/** Items without a bucket last. */
const placeOf = (bucket: ItemFacts["bucket"]): number =>
  bucket === null ? BUCKETS.length : BUCKETS.indexOf(bucket);
