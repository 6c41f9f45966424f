import type { Verdict } from "../../review.schema";
import type { Family, ItemFacts, MachineRule, Unit, Vote } from "../ledger";

export const PAIRS_1: Family = { kind: "pair", stage: "self-generation" };
export const CORRECTIONS: Family = { kind: "correction", stage: "self-correction" };
const BY_ROLLOUTS: MachineRule = { kind: "pair", level: "solution", valuedBy: "rollouts" };

/** What one says: a verdict, with whatever else matters. */
export interface Said extends Partial<Omit<Vote, "verdict" | "userId">> {
  readonly by: string;
  readonly says: Verdict;
}

/** An item in a campaign with these decisions; what is not given is of the plainest kind. */
export function unit(number: number, said: readonly Said[], facts: Partial<ItemFacts> = {}): Unit {
  const family = facts.family ?? PAIRS_1;
  return {
    campaignId: "camp_all",
    item: {
      number,
      ...family,
      family,
      bucket: "mixed",
      margin: 0.5,
      doubt: 0.1,
      longer: null,
      rule: BY_ROLLOUTS,
      ...facts,
    },
    votes: said.map(({ by, says, ...rest }) => ({
      userId: by,
      verdict: says,
      adjudication: false,
      blindSide: null,
      durationMs: 10_000,
      reasons: [],
      at: 0,
      ...rest,
    })),
  };
}
